# A claim is backed up by a job, which says what it may not read until it runs as root, and restored into itself and into a claim made
# from a template.
claim data
hold data holder
write_data holder /data
fingerprint holder /data >"$scratch/before"

runtime='{}' configure PersistentVolumeClaim data
back_up first
await backupsession/first '{.status.targets[0].stats[0].skippedFiles.files[*].path}' /stash-data/private
configure PersistentVolumeClaim data
back_up second
await backupsession/second '{.status.targets[0].stats[0].skippedFiles.total}' ''
expect_snapshots host-0:2

k exec holder -c app -- sh -c 'rm -rf /data/*'
restore same '{ref: {apiVersion: v1, kind: PersistentVolumeClaim, name: data}, rules: [{snapshots: [latest]}]}'
fingerprint holder /data >"$scratch/after"
expect_same "the claim itself" "$scratch/before" "$scratch/after"

restore copy "{rules: [{paths: [/stash-data]}], volumeMounts: [{name: fresh, mountPath: /stash-data}],
    volumeClaimTemplates: [{metadata: {name: fresh},
      spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]}"
hold fresh second-holder
fingerprint second-holder /data >"$scratch/after"
expect_same "a claim from a template" "$scratch/before" "$scratch/after"
