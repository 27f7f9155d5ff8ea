# COUNT (200) configurations want a backup in the same minute: each gets its session, and only one, and all of them end.
COUNT=${COUNT:-200}
claim data
hold data holder
k exec holder -c app -- sh -c 'echo little >/data/file'

# requests: how many requests the API server has answered
requests() {
    kubectl get --raw /metrics | awk '/^apiserver_request_total/ {sum += $NF} END {printf "%d", sum}'
}

# resident: memory of the operator in MiB
resident() {
    kubectl -n coffer exec deployment/coffer-operator -- sh -c 'grep VmRSS /proc/1/status' | awk '{printf "%d", $2 / 1024}'
}

echo "   operator before: $(resident) MiB"
minute=$(date -u -d '+3 minutes' '+%M %H %d %m *')
for i in $(seq "$COUNT"); do
    cat <<END
---
apiVersion: stash.appscode.com/v1beta1
kind: BackupConfiguration
metadata: {name: backup-$i}
spec:
  schedule: "$minute"
  repository: {name: store}
  runtimeSettings: $AS_ROOT
  target: {ref: {apiVersion: v1, kind: PersistentVolumeClaim, name: data}, alias: host-$i}
  retentionPolicy: {name: keep-last-5, keepLast: 5, prune: false}
END
done | apply
ready() { k get backupconfigurations -o jsonpath='{range .items[*]}{.status.phase}{"\n"}{end}' | grep -c Ready; }
until [ "$(ready)" -eq "$COUNT" ]; do sleep 1; done
echo "   $COUNT configurations are ready after $((SECONDS - began)) s; operator: $(resident) MiB"

# phases: how many sessions there are in each phase
phases() { k get backupsessions -o jsonpath='{range .items[*]}{.status.phase}{"\n"}{end}' | sort | uniq -c | tr -s ' \n' ' '; }
until [ "$(k get backupsessions -o name | wc -l)" -ge 1 ]; do sleep 1; done
started=$SECONDS before=$(requests)
until [ "$(k get backupsessions -o name | wc -l)" -ge "$COUNT" ]; do
    [ $((SECONDS - started)) -lt 60 ] || fail "after a minute there are $(k get backupsessions -o name | wc -l) sessions"
    sleep 1
done
echo "   $COUNT sessions within $((SECONDS - started)) s; operator: $(resident) MiB"
most=0
until reached=$(phases) && [[ $reached =~ ^\ *[0-9]+\ Succeeded\ *$ ]]; do
    [ $((SECONDS - started)) -lt 3600 ] || fail "after an hour: $reached"
    [[ ! $reached =~ Failed|Skipped ]] || fail "$reached"
    now=$(resident)
    [ "$now" -le "$most" ] || most=$now
    sleep 5
done
took=$((SECONDS - started))
echo "   all succeeded after $took s; operator at most $most MiB; $((($(requests) - before) / took)) requests a second, of everybody"
[ "$(k get backupsessions -o name | wc -l)" -eq "$COUNT" ] || fail "there are $(phases)"
expect_snapshots $(seq -f 'host-%g:1' "$COUNT")
