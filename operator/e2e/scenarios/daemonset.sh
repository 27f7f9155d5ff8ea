# The pods of a DaemonSet back up a folder of their node, and get it back.
apply <<END
apiVersion: apps/v1
kind: DaemonSet
metadata: {name: web}
spec:
  selector: {matchLabels: {app: web}}
  template: $(pod_template "{name: data, hostPath: {path: '/tmp/$namespace', type: DirectoryOrCreate}}")
END
k rollout status daemonset/web --timeout=120s >/dev/null
for pod in $(pods); do
    write_data "$pod" /data
    fingerprint "$pod" /data >"$scratch/before-$(k get pod "$pod" -o jsonpath='{.spec.nodeName}')"
done

configure DaemonSet web "$WORKLOAD_TARGET"
k rollout status daemonset/web --timeout=180s >/dev/null
back_up first
expect_snapshots $(k get pods -l app=web -o jsonpath='{range .items[*]}{.spec.nodeName}:1 {end}')

for pod in $(pods); do k exec "$pod" -c app -- sh -c 'rm -rf /data/*'; done
restore again "$(workload_restore DaemonSet web)"
k rollout status daemonset/web --timeout=180s >/dev/null
for pod in $(pods); do
    fingerprint "$pod" /data >"$scratch/after"
    expect_same "the folder of $pod" "$scratch/before-$(k get pod "$pod" -o jsonpath='{.spec.nodeName}')" "$scratch/after"
    k exec "$pod" -c app -- sh -c 'rm -rf /data/*'
done
