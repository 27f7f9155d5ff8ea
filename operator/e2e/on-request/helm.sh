# The chart is installed, upgraded and removed by Helm, and installed again: what describes backups, and what is stored, remains, and
# the operator goes on with it. Needs helm.
command -v helm >/dev/null || fail "there is no helm on the PATH"
kubectl delete -f "$root/operator/deploy/operator.yaml" --timeout=120s >/dev/null
claim data
hold data holder
write_data holder /data

# chart VERB [ARGUMENTS...]: installs or upgrades the release, and waits until it is ready
chart() {
    helm "$1" coffer-operator "$root/operator/deploy/helm/coffer-operator" --namespace coffer --wait --timeout 180s \
        --set image.repository="${IMAGE%:*}" --set image.tag="${IMAGE##*:}" "${@:2}" >/dev/null
}

# await_webhooks COUNT: so many configurations of them are registered
await_webhooks() {
    local found end=$((SECONDS + 60))
    until found=$(kubectl get mutatingwebhookconfigurations -o name | grep -c coffer || true) && [ "$found" -eq "$1" ]; do
        [ "$SECONDS" -lt "$end" ] || fail "there are $found configurations of webhooks, not $1"
        sleep 1
    done
}

chart install --create-namespace --set webhook.enabled=false
await_webhooks 0
configure PersistentVolumeClaim data
back_up first

chart upgrade --set replicas=2
[ "$(kubectl -n coffer get deployment/coffer-operator -o jsonpath='{.status.readyReplicas}')" -eq 2 ] || fail "not two operators run"
await_webhooks 1
back_up upgraded

helm uninstall coffer-operator --namespace coffer --wait >/dev/null
kubectl -n coffer wait --for=delete pod -l app.kubernetes.io/name=coffer-operator --timeout=60s >/dev/null
[ -z "$(kubectl get clusterroles,clusterrolebindings,mutatingwebhookconfigurations,validatingwebhookconfigurations -o name |
    grep coffer)" ] || fail "something of the operator is left in the cluster"
k get repository/store backupconfiguration/backup backupsession/upgraded >/dev/null
expect_snapshots host-0:2

chart install
await backupconfiguration/backup '{.status.phase}' Ready
back_up again
expect_snapshots host-0:3
k delete backupconfiguration/backup repository/store >/dev/null
helm uninstall coffer-operator --namespace coffer --wait >/dev/null
