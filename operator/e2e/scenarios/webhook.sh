# While no operator runs, workloads are created all the same, and at once. When one runs again it does what it was not asked for.
claim data
hold data holder
write_data holder /data
k delete pod/holder >/dev/null
configure_unready Deployment web "$WORKLOAD_TARGET"
await backupconfiguration/backup '{.status.conditions[?(@.type=="BackupTargetFound")].status}' False
kubectl -n coffer scale deployment/coffer-operator --replicas=0 >/dev/null
kubectl -n coffer wait --for=delete pod -l app.kubernetes.io/name=coffer-operator --timeout=60s >/dev/null

began_create=$SECONDS
deploy
[ $((SECONDS - began_create)) -le 15 ] || fail "creating a Deployment took $((SECONDS - began_create)) s"
k rollout status deployment/web --timeout=120s >/dev/null
[ "$(k get deployment/web -o jsonpath='{.spec.template.spec.containers[*].name}')" = app ] || fail "somebody added a sidecar"

kubectl -n coffer scale deployment/coffer-operator --replicas=1 >/dev/null
kubectl -n coffer rollout status deployment/coffer-operator --timeout=120s >/dev/null
await backupconfiguration/backup '{.status.phase}' Ready
k rollout status deployment/web --timeout=120s >/dev/null
back_up first
expect_snapshots host-0:1
