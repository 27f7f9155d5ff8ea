# A Repository whose wipeOut is true takes along what it stores, once nobody uses it any more.
claim data
hold data holder
write_data holder /data
configure PersistentVolumeClaim data
back_up first
expect_snapshots host-0:1

k patch repository/store --type merge -p '{"spec": {"wipeOut": true}}' >/dev/null
await repository/store '{.metadata.finalizers[*]}' stash
k delete repository/store --wait=false >/dev/null
await repository/store '{.status.conditions[?(@.type=="WipedOut")].status}' 'False|Unknown'
k delete backupconfiguration/backup >/dev/null
k wait --for=delete repository/store --timeout=180s >/dev/null
if restic -r "$(location)" --no-cache snapshots >/dev/null 2>&1; then fail "the repository is still there"; fi
