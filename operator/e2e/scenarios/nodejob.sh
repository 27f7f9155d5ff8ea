# A StatefulSet is backed up by jobs on the nodes of its pods: its pods are neither changed nor replaced.
apply <<END
apiVersion: apps/v1
kind: StatefulSet
metadata: {name: web, annotations: {coffer.dev/execution-model: Job}}
spec:
  replicas: 2
  serviceName: web
  podManagementPolicy: Parallel
  selector: {matchLabels: {app: web}}
  template: $(pod_template '')
  volumeClaimTemplates:
    - metadata: {name: data}
      spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
END
k rollout status statefulset/web --timeout=120s >/dev/null
for pod in $(pods); do write_data "$pod" /data; done
uids() { k get pods -l app=web -o jsonpath='{range .items[*]}{.metadata.uid} {end}'; }
before=$(uids)

configure StatefulSet web "$WORKLOAD_TARGET"
back_up first
expect_snapshots host-0:1 host-1:1
[ "$(uids)" = "$before" ] || fail "pods were replaced"
[ "$(k get statefulset/web -o jsonpath='{.spec.template.spec.containers[*].name}')" = app ] || fail "there is a sidecar"
