# Of two operators one works. When it is killed the other one goes on: no start of a schedule is lost, and none has two sessions.
claim data
hold data holder
write_data holder /data
kubectl -n coffer scale deployment/coffer-operator --replicas=2 >/dev/null
kubectl -n coffer rollout status deployment/coffer-operator --timeout=120s >/dev/null
schedule='* * * * *' more='  backupHistoryLimit: 10' configure PersistentVolumeClaim data

# sessions: the minutes in which sessions were created
sessions() {
    k get backupsessions -o jsonpath='{range .items[*]}{.metadata.creationTimestamp}{"\n"}{end}' | cut -c1-16 | sort
}

# await_sessions COUNT
await_sessions() {
    local end=$((SECONDS + 200))
    until [ "$(sessions | wc -l)" -ge "$1" ]; do
        [ "$SECONDS" -lt "$end" ] || fail "there are no $1 sessions"
        sleep 1
    done
}

await_sessions 1
leader=$(kubectl -n coffer get lease/coffer-operator -o jsonpath='{.spec.holderIdentity}')
kubectl -n coffer delete "pod/$leader" --grace-period=0 --force >/dev/null 2>&1
await_sessions 4
k patch backupconfiguration/backup --type merge -p '{"spec": {"paused": true}}' >/dev/null
[ "$(kubectl -n coffer get lease/coffer-operator -o jsonpath='{.spec.holderIdentity}')" != "$leader" ] || fail "$leader works still"
first=$(sessions | head -n 1) last=$(sessions | tail -n 1)
minutes=$(seq "$(date -d "$first" +%s)" 60 "$(date -d "$last" +%s)" | while read -r time; do date -u -d "@$time" +%Y-%m-%dT%H:%M; done)
diff <(echo "$minutes") <(sessions) >&2 || fail "sessions were not started in each minute"
kubectl -n coffer scale deployment/coffer-operator --replicas=1 >/dev/null

for session in $(k get backupsessions -o name); do await "$session" '{.status.phase}' 'Succeeded|Skipped'; done
restic -r "$(location)" --no-cache check --read-data >/dev/null
