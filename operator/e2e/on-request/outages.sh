# The API server is restarted in the middle of a backup, and in the middle of another the node is, with all that runs on it. Sessions
# end, the repository is sound, and the next backup succeeds. Needs to be told how that is done here:
#   RESTART_API_SERVER   command that ends the API server and has it run again
#   RESTART_NODE         command that ends the kubelet and all containers, and has the kubelet run again
: "${RESTART_API_SERVER:?is the command that restarts the API server}"
: "${RESTART_NODE:?is the command that restarts the node}"
claim data
hold data holder
write_data holder /data
configure PersistentVolumeClaim data

begin_large_session api-server
bash -c "$RESTART_API_SERVER" >/dev/null
await backupsession/api-server '{.status.phase}' Succeeded 300
restic -r "$(location)" --no-cache check --read-data >/dev/null

# The job starts another pod when the first one is found to be gone.
begin_large_session node
bash -c "$RESTART_NODE" >/dev/null
await backupsession/node '{.status.phase}' 'Succeeded|Failed' 400
echo "   the session that saw the node restart has $(k get backupsession/node -o jsonpath={.status.phase})"
k wait --for=condition=Ready pod/holder --timeout=120s >/dev/null || {
    k delete pod/holder --grace-period=0 --force >/dev/null 2>&1
    hold data holder
}
back_up after
restic -r "$(location)" --no-cache check --read-data >/dev/null
