package dev.coffer.operator.api.repository;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import dev.coffer.operator.api.ApiType;
import io.fabric8.crd.generator.annotation.SchemaSwap;
import io.fabric8.generator.annotation.Required;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeBuilder;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A volume of the cluster, and where it is mounted. The source of the volume stands beside the other fields, which a record
 * cannot express: this is the one API type that can be changed, and nobody should. A volume has a name as well; this one has none.
 */
@ApiType
@SchemaSwap(originalType = LocalBackend.class, fieldName = "name")
public class LocalBackend extends Volume {

    @Required
    @JsonPropertyDescription("Where the volume is mounted, which is the path of the repository too.")
    private String mountPath = "";

    @JsonPropertyDescription("Folder of the volume to use instead of its root.")
    private @Nullable String subPath;

    public String getMountPath() {
        return mountPath;
    }

    public void setMountPath(String mountPath) {
        this.mountPath = mountPath;
    }

    public @Nullable String getSubPath() {
        return subPath;
    }

    public void setSubPath(@Nullable String subPath) {
        this.subPath = subPath;
    }

    /** The volume alone, under a name. */
    public Volume toVolume(String name) {
        return new VolumeBuilder(this).withName(name).build();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LocalBackend that
                && super.equals(that)
                && mountPath.equals(that.mountPath)
                && Objects.equals(subPath, that.subPath);
    }

    @Override
    public int hashCode() {
        return Objects.hash(super.hashCode(), mountPath, subPath);
    }
}
