# A Deployment is backed up by the sidecar of one of its pods, and restored by an init container.
claim data
deploy
k rollout status deployment/web --timeout=120s >/dev/null
write_data "$(pods)" /data
fingerprint "$(pods)" /data >"$scratch/before"

configure Deployment web "$WORKLOAD_TARGET"
k rollout status deployment/web --timeout=120s >/dev/null
back_up first
expect_snapshots host-0:1

k exec "$(pods)" -c app -- sh -c 'rm -rf /data/*'
restore again "$(workload_restore Deployment web)"
k rollout status deployment/web --timeout=120s >/dev/null
fingerprint "$(pods)" /data >"$scratch/after"
expect_same "the volume of the Deployment" "$scratch/before" "$scratch/after"
