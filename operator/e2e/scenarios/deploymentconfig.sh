# A DeploymentConfig of OpenShift is backed up by the sidecar of its pod, and restored by an init container. Here its kind is defined
# for the purpose, and rollouts are made by hand, as OpenShift makes them: a ReplicationController for each template.
claim data
configure_unready DeploymentConfig web "$WORKLOAD_TARGET"
await backupconfiguration/backup '{.status.conditions[?(@.type=="BackupTargetFound")].message}' \
    '.*does not know the kind DeploymentConfig.*'

forget_kind() {
    [ -n "${KEEP:-}" ] || kubectl delete crd deploymentconfigs.apps.openshift.io --ignore-not-found --timeout=60s >/dev/null || true
}
trap forget_kind EXIT
kubectl apply -f - >/dev/null <<END
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: deploymentconfigs.apps.openshift.io}
spec:
  group: apps.openshift.io
  scope: Namespaced
  names: {kind: DeploymentConfig, listKind: DeploymentConfigList, plural: deploymentconfigs, singular: deploymentconfig}
  versions:
    - name: v1
      served: true
      storage: true
      schema: {openAPIV3Schema: {type: object, x-kubernetes-preserve-unknown-fields: true}}
END
kubectl wait --for=condition=Established crd/deploymentconfigs.apps.openshift.io --timeout=30s >/dev/null
apply <<END
apiVersion: apps.openshift.io/v1
kind: DeploymentConfig
metadata: {name: web}
spec:
  replicas: 1
  selector: {app: web}
  strategy: {type: Recreate, recreateParams: {timeoutSeconds: 600}}
  triggers: [{type: ConfigChange}]
  template: $(pod_template '{name: data, persistentVolumeClaim: {claimName: data}}')
END

# roll_out NUMBER: replaces the pod by one of the present template
roll_out() {
    local template
    k delete replicationcontrollers -l app=web --cascade=foreground --timeout=60s >/dev/null
    template=$(k get deploymentconfig/web -o jsonpath='{.spec.template}')
    apply <<END
apiVersion: v1
kind: ReplicationController
metadata: {name: web-$1, labels: {app: web}}
spec: {replicas: 1, selector: {app: web}, template: $template}
END
    await "replicationcontroller/web-$1" '{.status.readyReplicas}' 1
}

await backupconfiguration/backup '{.status.phase}' Ready
await deploymentconfig/web '{.spec.template.spec.containers[*].name}' 'app stash'
roll_out 1
write_data "$(pods)" /data
fingerprint "$(pods)" /data >"$scratch/before"
back_up first
expect_snapshots host-0:1

k exec "$(pods)" -c app -- sh -c 'rm -rf /data/*'
begin_restore again "$(workload_restore DeploymentConfig web)"
await deploymentconfig/web '{.spec.template.spec.initContainers[*].name}' stash-init
roll_out 2
await restoresession/again '{.status.phase}' Succeeded
fingerprint "$(pods)" /data >"$scratch/after"
expect_same "the volume of the DeploymentConfig" "$scratch/before" "$scratch/after"

# What the operator knows nothing of is as it was.
kept=$(k get deploymentconfig/web -o jsonpath='{.spec.triggers[*].type} {.spec.strategy.recreateParams.timeoutSeconds} {.spec.replicas}')
[ "$kept" = 'ConfigChange 600 1' ] || fail "of its other fields the DeploymentConfig has $kept"
