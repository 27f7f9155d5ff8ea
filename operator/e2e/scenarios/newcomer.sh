# What a newcomer gets wrong is told by the objects: a Repository that is not there, a Secret that is not, a wrong password, a store
# that does not answer. When it is mended, backups succeed.
claim data
hold data holder
write_data holder /data

# says KIND/NAME TYPE STATUS PATTERN: a condition and what its message must contain
says() {
    await "$1" "{.status.conditions[?(@.type==\"$2\")].status}" "$3"
    local message
    message=$(k get "$1" -o jsonpath="{.status.conditions[?(@.type==\"$2\")].message}")
    [[ $message == *$4* ]] || fail "$1 says in $2 '$message', not '$4'"
    echo "   $1: $message"
}

k delete repository/store >/dev/null
configure_unready PersistentVolumeClaim data
says backupconfiguration/backup RepositoryFound False store

k delete secret/secret >/dev/null
repository
says backupconfiguration/backup BackendSecretFound False secret

secret "$RESTIC_PASSWORD"
await backupconfiguration/backup '{.status.phase}' Ready
back_up first

secret wrong
begin_session wrong-password
await backupsession/wrong-password '{.status.phase}' Failed
says backupsession/wrong-password BackendRepositoryInitialized False password

secret "$RESTIC_PASSWORD"
repository '{storageSecretName: secret, rest: {url: "http://127.0.0.1:9/nothing"}}'
# What a store does not answer is asked again for a quarter of an hour, unless there is less time.
k patch backupconfiguration/backup --type merge -p '{"spec": {"timeOut": "30s"}}' >/dev/null
begin_session unreachable
await backupsession/unreachable '{.status.phase}' Failed
says backupsession/unreachable DeadlineExceeded True timeOut
k patch backupconfiguration/backup --type merge -p '{"spec": {"timeOut": null}}' >/dev/null

repository
back_up again
expect_snapshots host-0:2
