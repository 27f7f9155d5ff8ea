# A schedule starts backups by itself, until it is paused.
claim data
hold data holder
write_data holder /data
schedule='* * * * *' configure PersistentVolumeClaim data
end=$((SECONDS + 150))
until [ "$(k get backupsessions -o name | wc -l)" -ge 1 ]; do
    [ "$SECONDS" -lt "$end" ] || fail "no session was started"
    sleep 1
done
await "$(k get backupsessions -o name | head -n 1)" '{.status.phase}' Succeeded
k patch backupconfiguration/backup --type merge -p '{"spec": {"paused": true}}' >/dev/null
await repository/store '{.status.snapshotCount}' '[1-9][0-9]*'
restic -r "$(location)" --no-cache check >/dev/null
