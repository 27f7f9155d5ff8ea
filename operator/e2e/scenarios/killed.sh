# The pod of a backup is killed, and the operator is, in the middle of their work: the session says so, or goes on; the repository is
# sound, and the next backup succeeds.
claim data
hold data holder
write_data holder /data
k exec holder -c app -- sh -c 'head -c 400000000 /dev/urandom >/data/large'
configure PersistentVolumeClaim data

# session NAME: begins one, and waits until its engine is at work
session() {
    begin_session "$1"
    await "backupsession/$1" '{.status.targets[0].progress[0].hostname}' host-0
}

session disrupted
k delete pod -l job-name=stash-backup-disrupted-0 --grace-period=0 --force >/dev/null 2>&1
await backupsession/disrupted '{.status.targets[0].conditions[?(@.type=="BackupDisrupted")].status}' True 60
await backupsession/disrupted '{.status.phase}' Failed 60
back_up after-disruption
expect_snapshots host-0:1

session taken-over
kubectl -n coffer delete pod -l app.kubernetes.io/name=coffer-operator --grace-period=0 --force >/dev/null 2>&1
await backupsession/taken-over '{.status.phase}' Succeeded
expect_snapshots host-0:2
