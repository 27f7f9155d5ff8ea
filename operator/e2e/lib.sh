# Sourced by run: the operator, and what scenarios have in common. Scenarios run in a namespace of their own, whose name is
# $namespace; $name stands for it in names of repositories.

IMAGE=${IMAGE:-coffer-operator:0.1.0}
BUSYBOX=${BUSYBOX:-busybox:1}
export RESTIC_PASSWORD=end-to-end
root=$(CDPATH= cd -P -- "$here/../.." && pwd)
scratch=$(mktemp -d)

fail() {
    echo "$*" >&2
    exit 1
}

# k ARGUMENTS...: kubectl in the namespace of the scenario
k() {
    kubectl -n "$namespace" "$@"
}

# apply: creates what standard input describes
apply() {
    k apply -f - >/dev/null
}

# ---- the operator ---------------------------------------------------------------------------------------------------------------

install_operator() {
    kubectl apply -f "$root/operator/deploy/crds" >/dev/null
    sed "s|coffer-operator:0\.1\.0|$IMAGE|" "$root/operator/deploy/operator.yaml" | kubectl apply -f - >/dev/null
    kubectl -n coffer rollout status deployment/coffer-operator --timeout=120s >/dev/null
}

clean_up() {
    status=$?
    if [ "$status" -ne 0 ]; then
        describe_failure >&2 || true
    fi
    if [ -z "${KEEP:-}" ]; then
        [ -z "${namespace:-}" ] || kubectl delete namespace "$namespace" --timeout=120s >/dev/null || true
        kubectl delete -f "$root/operator/deploy/operator.yaml" --ignore-not-found --timeout=120s >/dev/null || true
        stop_store
        rm -rf "$scratch"
    fi
    exit "$status"
}

# What somebody would ask for who looks into it.
describe_failure() {
    [ -n "${namespace:-}" ] || return 0
    k describe backupconfigurations,backupsessions,restoresessions,repositories | sed '/Managed Fields:/,/Manager:/d'
    k get pods,jobs,pvc
    k get events --sort-by=.lastTimestamp | tail -n 30
    local pod
    for pod in $(k get pods -o name); do
        k logs "$pod" --all-containers --tail=20 --prefix 2>/dev/null || true
    done
    kubectl -n coffer logs deployment/coffer-operator --tail=50
}

# begin SCENARIO: an empty namespace with a Secret and a Repository
begin() {
    [ -z "${namespace:-}" ] || [ -n "${KEEP:-}" ] || kubectl delete namespace "$namespace" --timeout=120s >/dev/null
    name=$1 namespace=e2e-$1 began=$SECONDS
    echo "== $1"
    kubectl create namespace "$namespace" >/dev/null
    secret "$RESTIC_PASSWORD"
    repository
}

# secret PASSWORD: makes or changes the Secret
secret() {
    k create secret generic secret --from-literal=RESTIC_PASSWORD="$1" "${store_keys[@]}" --dry-run=client -o yaml | apply
}

# repository [BACKEND]: makes or changes the Repository
repository() {
    apply <<END
apiVersion: stash.appscode.com/v1alpha1
kind: Repository
metadata: {name: store}
spec:
  backend: ${1:-$(backend)}
END
}

# ---- backups and restores -------------------------------------------------------------------------------------------------------

# await KIND/NAME JSONPATH VALUE [SECONDS]
await() {
    local value='' end=$((SECONDS + ${4:-180}))
    while [ "$SECONDS" -lt "$end" ]; do
        value=$(k get "$1" -o jsonpath="$2" 2>/dev/null) || true
        if [[ $value =~ ^($3)$ ]]; then return 0; fi
        case $value in Failed | Succeeded | Skipped) break ;; esac # which are final
        sleep 0.5
    done
    fail "$1 has $2 '$value', not $3"
}

# What reads files runs as root, so that it may read all of them.
AS_ROOT='{container: {securityContext: {runAsUser: 0}}}'

# configure KIND NAME [FIELDS]: a BackupConfiguration "backup" for a target; FIELDS are further lines of its target, $runtime its
# runtime settings, $schedule when it starts, and $more further lines of its specification
configure() {
    configure_unready "$@"
    await backupconfiguration/backup '{.status.phase}' Ready
}

# The same without waiting for it to be ready.
configure_unready() {
    apply <<END
apiVersion: stash.appscode.com/v1beta1
kind: BackupConfiguration
metadata: {name: backup}
spec:
  schedule: "${schedule:-0 0 1 1 *}"
  repository: {name: store}
  runtimeSettings: ${runtime:-$AS_ROOT}
  target:
    ref: {apiVersion: $(api_version "$1"), kind: $1, name: $2}
${3:-}
  retentionPolicy: {name: keep-last-5, keepLast: 5, prune: true}
${more:-}
END
}

# api_version KIND: of a target
api_version() {
    case $1 in
        PersistentVolumeClaim) echo v1 ;;
        DeploymentConfig) echo apps.openshift.io/v1 ;;
        *) echo apps/v1 ;;
    esac
}

# back_up SESSION: by hand
back_up() {
    begin_session "$1"
    await "backupsession/$1" '{.status.phase}' Succeeded
}

begin_session() {
    apply <<END
apiVersion: stash.appscode.com/v1beta1
kind: BackupSession
metadata: {name: $1}
spec:
  invoker: {apiGroup: stash.appscode.com, kind: BackupConfiguration, name: backup}
END
}

# begin_large_session NAME: by hand, with 400 MB more in the pod "holder", and waits until its engine is at work
begin_large_session() {
    k exec holder -c app -- sh -c 'head -c 400000000 /dev/urandom >/data/large'
    begin_session "$1"
    await "backupsession/$1" '{.status.targets[0].progress[0].hostname}' host-0
}

# restore SESSION TARGET: TARGET is the target of the RestoreSession, as YAML
restore() {
    begin_restore "$@"
    await "restoresession/$1" '{.status.phase}' Succeeded
}

# The same without waiting for its end.
begin_restore() {
    apply <<END
apiVersion: stash.appscode.com/v1beta1
kind: RestoreSession
metadata: {name: $1}
spec:
  repository: {name: store}
  target: $2
END
}

# What restic says of the repository: sound, and so many snapshots of these hosts.
# expect_snapshots HOST:COUNT...
expect_snapshots() {
    local wanted found
    restic -r "$(location)" --no-cache check --read-data >"$scratch/check" 2>&1 || { cat "$scratch/check" >&2; return 1; }
    wanted=$(printf '%s\n' "$@" | sort)
    found=$(restic -r "$(location)" --no-cache snapshots --json | grep -o '"hostname":"[^"]*"' | cut -d'"' -f4 | sort | uniq -c |
        awk '{print $2 ":" $1}' | sort)
    [ "$wanted" = "$found" ] || fail "restic lists snapshots of $found, not $wanted"
}

# ---- data -----------------------------------------------------------------------------------------------------------------------

# Writes data of every kind into a folder of a pod. write_data POD FOLDER
write_data() {
    k exec "$1" -c app -- sh -ec "cd '$2'
        mkdir -p folder/below 'name with spaces' empty
        echo \"\$(hostname) $RANDOM\" >folder/text
        : >folder/nothing
        head -c 3000000 /dev/urandom >folder/below/random
        dd if=/dev/zero of=sparse bs=1 count=1 seek=5000000 2>/dev/null
        echo Grüße >'name with spaces/größer.txt'
        ln -s folder/text link
        ln -s /does/not/exist dangling
        ln folder/text 'folder/second name'
        mkfifo fifo
        echo secret >private; chmod 600 private
        echo owned >owned; chown 1234:4321 owned
        echo program >program; chmod 4755 program
        chmod 1777 empty
        touch -d '2001-02-03 04:05:06' private folder/below"
}

# What is in a folder of a pod: names, kinds, modes, owners, links, times, contents. fingerprint POD FOLDER
fingerprint() {
    k exec "$1" -c app -- sh -ec "cd '$2'
        find . ! -name lost+found | sort | while read -r file; do stat -c '%N %F %a %u %g %h %s %Y' \"\$file\"; done |
            sed 's/^\\(.* directory .*\\) [0-9]* [0-9]* \\([0-9]*\\)\$/\\1 \\2/'
        find . -type f -exec sha256sum {} + | sort -k 2"
}

# expect_same WHAT FILE FILE: fails if two fingerprints differ
expect_same() {
    [ -s "$2" ] || fail "$1: there is nothing to compare with"
    diff "$2" "$3" >&2 || fail "$1: what was restored differs"
}

# A pod "app" that holds a claim at /data. hold CLAIM POD
hold() {
    apply <<END
apiVersion: v1
kind: Pod
metadata: {name: $2}
spec:
  terminationGracePeriodSeconds: 0
  containers:
    - name: app
      image: $BUSYBOX
      command: [sleep, "86400"]
      volumeMounts: [{name: data, mountPath: /data}]
  volumes: [{name: data, persistentVolumeClaim: {claimName: $1}}]
END
    k wait --for=condition=Ready "pod/$2" --timeout=120s >/dev/null
}

# claim NAME
claim() {
    apply <<END
apiVersion: v1
kind: PersistentVolumeClaim
metadata: {name: $1}
spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}
END
}

# The template of pods of a workload with a volume at /data. pod_template VOLUME, as YAML in one line
pod_template() {
    echo "{metadata: {labels: {app: web}}, spec: {terminationGracePeriodSeconds: 0, containers: [{name: app, image: '$BUSYBOX',
      command: [sleep, '86400'], volumeMounts: [{name: data, mountPath: /data}]}]${1:+, volumes: [$1]}}}"
}

# deploy: a Deployment "web" of one pod with the claim "data"
deploy() {
    apply <<END
apiVersion: apps/v1
kind: Deployment
metadata: {name: web}
spec:
  replicas: 1
  strategy: {type: Recreate}
  selector: {matchLabels: {app: web}}
  template: $(pod_template '{name: data, persistentVolumeClaim: {claimName: data}}')
END
}

# The names of the pods of a workload that are there to stay.
pods() {
    k get pods -l app=web -o go-template='{{range .items}}{{if not .metadata.deletionTimestamp}}{{.metadata.name}}{{"\n"}}{{end}}{{end}}' | sort
}

# The target of a workload's backup, further lines of it.
WORKLOAD_TARGET='    paths: [/data]
    volumeMounts: [{name: data, mountPath: /data}]'

# workload_restore KIND NAME: the target of its restore
workload_restore() {
    echo "{ref: {apiVersion: $(api_version "$1"), kind: $1, name: $2}, volumeMounts: [{name: data, mountPath: /data}],
      rules: [{paths: [/data]}]}"
}
