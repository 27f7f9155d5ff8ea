# Sourced by run: where repositories are, for pods and for restic on this machine.

STORE=${STORE:-rest}

# Beside the password, what the Secret of a Repository holds: arguments of `kubectl create secret generic`.
store_keys=()

start_store() {
    mkdir "$scratch/store"
    chmod 777 "$scratch/store" # in it pods make folders as users of theirs
    ADDRESS=${ADDRESS:-$(kubectl get node -o jsonpath='{.items[0].status.addresses[?(@.type=="InternalIP")].address}')}
    case $STORE in
        rest) start_rest ;;
        sftp) start_sftp ;;
        s3) start_s3 ;;
        local) ;;
        *) fail "STORE=$STORE is none of rest, sftp, s3, local" ;;
    esac
}

stop_store() {
    [ -z "${store_pid:-}" ] || kill "$store_pid" || true
}

start_rest() {
    "${COFFER:-$root/coffer}" version >/dev/null # which builds it if need be
    "${COFFER:-$root/coffer}" serve rest --no-auth --listen "$ADDRESS:0" "local:$scratch/store" >"$scratch/store.log" 2>&1 &
    store_pid=$!
    await_store rest_is_ready
}

rest_is_ready() {
    store_url=$(grep -o "http://[0-9.]*:[0-9]*/" "$scratch/store.log" | head -n 1) && [ -n "$store_url" ]
}

# await_store CONDITION: a command that succeeds when the server runs
await_store() {
    for _ in $(seq 300); do
        ! "$1" || return 0
        kill -0 "$store_pid" 2>/dev/null || break
        sleep 0.1
    done
    cat "$scratch/store.log" >&2
    fail "The store did not start"
}

# An SSH server for root alone, who has a key made for this run.
start_sftp() {
    choose_port
    ssh-keygen -q -t ed25519 -N '' -f "$scratch/host-key"
    ssh-keygen -q -t ed25519 -N '' -f "$scratch/user-key"
    cp "$scratch/user-key.pub" "$scratch/authorized"
    mkdir -p /run/sshd
    "$(PATH=$PATH:/usr/sbin command -v sshd)" -D -e -f /dev/null -p "$store_port" -h "$scratch/host-key" -o ListenAddress="$ADDRESS" \
        -o AuthorizedKeysFile="$scratch/authorized" -o StrictModes=no -o PidFile=none -o Subsystem='sftp internal-sftp' \
        2>"$scratch/store.log" &
    store_pid=$!
    echo "[$ADDRESS]:$store_port $(cut -d' ' -f1,2 "$scratch/host-key.pub")" >"$scratch/known-hosts"
    store_keys=(--from-file=SSH_PRIVATE_KEY="$scratch/user-key" --from-file=SSH_KNOWN_HOSTS="$scratch/known-hosts")
    await_store accepts_connections
}

# s3proxy, which checks signatures, over files. The build of its module has fetched it.
start_s3() {
    choose_port
    export AWS_ACCESS_KEY_ID=end AWS_SECRET_ACCESS_KEY=to-end
    mkdir "$scratch/store/bucket"
    cat >"$scratch/s3proxy.conf" <<END
s3proxy.authorization=aws-v2-or-v4
s3proxy.endpoint=http://$ADDRESS:$store_port
s3proxy.identity=$AWS_ACCESS_KEY_ID
s3proxy.credential=$AWS_SECRET_ACCESS_KEY
jclouds.provider=filesystem-nio2
jclouds.filesystem.basedir=$scratch/store
jclouds.identity=local
jclouds.credential=local
END
    local classes=$root/backends/s3-servers/s3proxy/target/classpath
    [ -f "$classes" ] || (cd "$root" && mvn -q -pl backends/s3-servers/s3proxy pre-integration-test)
    "$(. "$root/engine/cli/src/main/sh/find-jdk.sh" && find_jdk)/bin/java" -Xmx256m -cp "$(cat "$classes")" \
        -Dlogback.configurationFile="$root/backends/s3/src/test/resources/s3proxy-logback.xml" \
        org.gaul.s3proxy.Main --properties "$scratch/s3proxy.conf" >"$scratch/store.log" 2>&1 &
    store_pid=$!
    store_keys=(--from-literal=AWS_ACCESS_KEY_ID="$AWS_ACCESS_KEY_ID" --from-literal=AWS_SECRET_ACCESS_KEY="$AWS_SECRET_ACCESS_KEY")
    await_store accepts_connections
}

choose_port() {
    store_port=$((20000 + RANDOM % 10000))
}

accepts_connections() {
    (exec 3<>"/dev/tcp/$ADDRESS/$store_port") 2>/dev/null
}

# The backend of the repository of the scenario, as JSON.
backend() {
    case $STORE in
        rest) echo "{storageSecretName: secret, rest: {url: '${store_url%/}/$name'}}" ;;
        sftp) echo "{storageSecretName: secret, sftp: {host: '$ADDRESS', port: $store_port, user: root, path: '$scratch/store/$name'}}" ;;
        s3) echo "{storageSecretName: secret, s3: {endpoint: 'http://$ADDRESS:$store_port', bucket: bucket, prefix: '$name'}}" ;;
        local) echo "{storageSecretName: secret, local: {mountPath: /repository, hostPath: {path: '$scratch/store'}, subPath: '$name'}}" ;;
    esac
}

# The same for restic on this machine.
location() {
    case $STORE in
        rest) echo "rest:${store_url%/}/$name/" ;;
        s3) echo "s3:http://$ADDRESS:$store_port/bucket/$name" ;;
        sftp | local) echo "$scratch/store/$name" ;;
    esac
}
