package dev.coffer.operator.api.crd;

import io.fabric8.kubernetes.api.model.AWSElasticBlockStoreVolumeSource;
import io.fabric8.kubernetes.api.model.AppArmorProfile;
import io.fabric8.kubernetes.api.model.AzureDiskVolumeSource;
import io.fabric8.kubernetes.api.model.AzureFileVolumeSource;
import io.fabric8.kubernetes.api.model.CSIVolumeSource;
import io.fabric8.kubernetes.api.model.CephFSVolumeSource;
import io.fabric8.kubernetes.api.model.CinderVolumeSource;
import io.fabric8.kubernetes.api.model.ClusterTrustBundleProjection;
import io.fabric8.kubernetes.api.model.ConfigMapKeySelector;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.DownwardAPIVolumeFile;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EphemeralVolumeSource;
import io.fabric8.kubernetes.api.model.FileKeySelector;
import io.fabric8.kubernetes.api.model.FlexVolumeSource;
import io.fabric8.kubernetes.api.model.GCEPersistentDiskVolumeSource;
import io.fabric8.kubernetes.api.model.GRPCAction;
import io.fabric8.kubernetes.api.model.GitRepoVolumeSource;
import io.fabric8.kubernetes.api.model.GlusterfsVolumeSource;
import io.fabric8.kubernetes.api.model.HTTPGetAction;
import io.fabric8.kubernetes.api.model.HTTPHeader;
import io.fabric8.kubernetes.api.model.HostPathVolumeSource;
import io.fabric8.kubernetes.api.model.ISCSIVolumeSource;
import io.fabric8.kubernetes.api.model.KeyToPath;
import io.fabric8.kubernetes.api.model.LabelSelectorRequirement;
import io.fabric8.kubernetes.api.model.ModifyVolumeStatus;
import io.fabric8.kubernetes.api.model.NFSVolumeSource;
import io.fabric8.kubernetes.api.model.NodeSelector;
import io.fabric8.kubernetes.api.model.NodeSelectorRequirement;
import io.fabric8.kubernetes.api.model.ObjectFieldSelector;
import io.fabric8.kubernetes.api.model.OwnerReference;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimCondition;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimTemplate;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaimVolumeSource;
import io.fabric8.kubernetes.api.model.PhotonPersistentDiskVolumeSource;
import io.fabric8.kubernetes.api.model.PodAffinityTerm;
import io.fabric8.kubernetes.api.model.PodCertificateProjection;
import io.fabric8.kubernetes.api.model.PodReadinessGate;
import io.fabric8.kubernetes.api.model.PortworxVolumeSource;
import io.fabric8.kubernetes.api.model.PreferredSchedulingTerm;
import io.fabric8.kubernetes.api.model.QuobyteVolumeSource;
import io.fabric8.kubernetes.api.model.RBDVolumeSource;
import io.fabric8.kubernetes.api.model.ResourceClaim;
import io.fabric8.kubernetes.api.model.ResourceFieldSelector;
import io.fabric8.kubernetes.api.model.ScaleIOVolumeSource;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SecretKeySelector;
import io.fabric8.kubernetes.api.model.ServiceAccountTokenProjection;
import io.fabric8.kubernetes.api.model.SleepAction;
import io.fabric8.kubernetes.api.model.Sysctl;
import io.fabric8.kubernetes.api.model.TCPSocketAction;
import io.fabric8.kubernetes.api.model.TopologySpreadConstraint;
import io.fabric8.kubernetes.api.model.TypedLocalObjectReference;
import io.fabric8.kubernetes.api.model.TypedObjectReference;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeDevice;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VsphereVirtualDiskVolumeSource;
import io.fabric8.kubernetes.api.model.WeightedPodAffinityTerm;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaProps;
import io.fabric8.kubernetes.api.model.apiextensions.v1.JSONSchemaPropsBuilder;
import java.util.List;
import java.util.Map;

/**
 * What fabric8's model of Kubernetes' own types does not say: which fields are required, as in the type's Go source, and fields of
 * older and newer versions that it does not know. It was compared with Kubernetes 1.20 and 1.36.
 */
final class CoreTypes {

    private static final Map<Class<?>, List<String>> REQUIRED = Map.ofEntries(
            Map.entry(AWSElasticBlockStoreVolumeSource.class, List.of("volumeID")),
            Map.entry(AppArmorProfile.class, List.of("type")),
            Map.entry(AzureDiskVolumeSource.class, List.of("diskName", "diskURI")),
            Map.entry(AzureFileVolumeSource.class, List.of("secretName", "shareName")),
            Map.entry(CSIVolumeSource.class, List.of("driver")),
            Map.entry(CephFSVolumeSource.class, List.of("monitors")),
            Map.entry(CinderVolumeSource.class, List.of("volumeID")),
            Map.entry(ClusterTrustBundleProjection.class, List.of("path")),
            Map.entry(ConfigMapKeySelector.class, List.of("key")),
            Map.entry(ContainerPort.class, List.of("containerPort")),
            Map.entry(DownwardAPIVolumeFile.class, List.of("path")),
            Map.entry(EnvVar.class, List.of("name")),
            Map.entry(FileKeySelector.class, List.of("key", "path", "volumeName")),
            Map.entry(FlexVolumeSource.class, List.of("driver")),
            Map.entry(GCEPersistentDiskVolumeSource.class, List.of("pdName")),
            Map.entry(GRPCAction.class, List.of("port")),
            Map.entry(GitRepoVolumeSource.class, List.of("repository")),
            Map.entry(GlusterfsVolumeSource.class, List.of("endpoints", "path")),
            Map.entry(HTTPGetAction.class, List.of("port")),
            Map.entry(HTTPHeader.class, List.of("name", "value")),
            Map.entry(HostPathVolumeSource.class, List.of("path")),
            Map.entry(ISCSIVolumeSource.class, List.of("iqn", "lun", "targetPortal")),
            Map.entry(KeyToPath.class, List.of("key", "path")),
            Map.entry(LabelSelectorRequirement.class, List.of("key", "operator")),
            Map.entry(ModifyVolumeStatus.class, List.of("status")),
            Map.entry(NFSVolumeSource.class, List.of("path", "server")),
            Map.entry(NodeSelector.class, List.of("nodeSelectorTerms")),
            Map.entry(NodeSelectorRequirement.class, List.of("key", "operator")),
            Map.entry(ObjectFieldSelector.class, List.of("fieldPath")),
            Map.entry(OwnerReference.class, List.of("apiVersion", "kind", "name", "uid")),
            Map.entry(PersistentVolumeClaimCondition.class, List.of("status", "type")),
            Map.entry(PersistentVolumeClaimTemplate.class, List.of("spec")),
            Map.entry(PersistentVolumeClaimVolumeSource.class, List.of("claimName")),
            Map.entry(PhotonPersistentDiskVolumeSource.class, List.of("pdID")),
            Map.entry(PodAffinityTerm.class, List.of("topologyKey")),
            Map.entry(PodCertificateProjection.class, List.of("keyType", "signerName")),
            Map.entry(PodReadinessGate.class, List.of("conditionType")),
            Map.entry(PortworxVolumeSource.class, List.of("volumeID")),
            Map.entry(PreferredSchedulingTerm.class, List.of("preference", "weight")),
            Map.entry(QuobyteVolumeSource.class, List.of("registry", "volume")),
            Map.entry(RBDVolumeSource.class, List.of("image", "monitors")),
            Map.entry(ResourceClaim.class, List.of("name")),
            Map.entry(ResourceFieldSelector.class, List.of("resource")),
            Map.entry(ScaleIOVolumeSource.class, List.of("gateway", "secretRef", "system")),
            Map.entry(SeccompProfile.class, List.of("type")),
            Map.entry(SecretKeySelector.class, List.of("key")),
            Map.entry(ServiceAccountTokenProjection.class, List.of("path")),
            Map.entry(SleepAction.class, List.of("seconds")),
            Map.entry(Sysctl.class, List.of("name", "value")),
            Map.entry(TCPSocketAction.class, List.of("port")),
            Map.entry(TopologySpreadConstraint.class, List.of("maxSkew", "topologyKey", "whenUnsatisfiable")),
            Map.entry(TypedLocalObjectReference.class, List.of("kind", "name")),
            Map.entry(TypedObjectReference.class, List.of("kind", "name")),
            Map.entry(Volume.class, List.of("name")),
            Map.entry(VolumeDevice.class, List.of("devicePath", "name")),
            Map.entry(VolumeMount.class, List.of("mountPath", "name")),
            Map.entry(VsphereVirtualDiskVolumeSource.class, List.of("volumePath")),
            Map.entry(WeightedPodAffinityTerm.class, List.of("podAffinityTerm", "weight")));

    private static final Map<Class<?>, Map<String, JSONSchemaProps>> ADDED = Map.of(
            // Only in 1.19 to 1.21.
            EphemeralVolumeSource.class,
                    Map.of(
                            "readOnly",
                            new JSONSchemaPropsBuilder().withType("boolean").build()),
            // Since 1.35.
            PodCertificateProjection.class, Map.of("userAnnotations", mapOfStrings()));

    private CoreTypes() {}

    static List<String> required(Class<?> type) {
        return REQUIRED.getOrDefault(type, List.of());
    }

    static Map<String, JSONSchemaProps> added(Class<?> type) {
        return ADDED.getOrDefault(type, Map.of());
    }

    private static JSONSchemaProps mapOfStrings() {
        return new JSONSchemaPropsBuilder()
                .withType("object")
                .withNewAdditionalProperties()
                .withNewSchema()
                .withType("string")
                .endSchema()
                .endAdditionalProperties()
                .build();
    }
}
