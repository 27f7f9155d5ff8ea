# The pod of a backup is killed, and the operator is, in the middle of their work: the session goes on, or says that it cannot; the
# repository is sound, and the next backup succeeds.
claim data
hold data holder
write_data holder /data
configure PersistentVolumeClaim data

# The job starts another pod in the place of one that is removed.
begin_large_session replaced
k delete pod -l job-name=stash-backup-replaced-0 --grace-period=0 --force >/dev/null 2>&1
await backupsession/replaced '{.status.phase}' Succeeded 300
restic -r "$(location)" --no-cache check --read-data >/dev/null

# A pod that breaks its limit is killed, and so would be the next one.
runtime='{container: {securityContext: {runAsUser: 0}, resources: {limits: {memory: 24Mi}}}}' configure PersistentVolumeClaim data
begin_session too-large
await backupsession/too-large '{.status.targets[0].conditions[?(@.type=="BackupDisrupted")].status}' True
await backupsession/too-large '{.status.phase}' Failed
configure PersistentVolumeClaim data
back_up fits

begin_large_session taken-over
kubectl -n coffer delete pod -l app.kubernetes.io/name=coffer-operator --grace-period=0 --force >/dev/null 2>&1
await backupsession/taken-over '{.status.phase}' Succeeded
restic -r "$(location)" --no-cache check --read-data >/dev/null
