# Each pod of a StatefulSet backs up its own volume, one after the other, and gets it back.
apply <<END
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: web}
spec:
  replicas: 3
  serviceName: web
  podManagementPolicy: Parallel
  selector: {matchLabels: {app: web}}
  template: $(pod_template '')
  volumeClaimTemplates:
    - metadata: {name: data}
      spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
END
k rollout status statefulset/web --timeout=120s >/dev/null
for pod in $(pods); do
    write_data "$pod" /data
    fingerprint "$pod" /data >"$scratch/before-$pod"
done

configure StatefulSet web "$WORKLOAD_TARGET"
k rollout status statefulset/web --timeout=180s >/dev/null
back_up first
expect_snapshots host-0:1 host-1:1 host-2:1

for pod in $(pods); do k exec "$pod" -c app -- sh -c 'rm -rf /data/*'; done
restore again "$(workload_restore StatefulSet web)"
k rollout status statefulset/web --timeout=180s >/dev/null
for pod in $(pods); do
    fingerprint "$pod" /data >"$scratch/after"
    expect_same "the volume of $pod" "$scratch/before-$pod" "$scratch/after"
done
