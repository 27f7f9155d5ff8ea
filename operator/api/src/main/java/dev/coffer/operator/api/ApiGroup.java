package dev.coffer.operator.api;

/** Groups, versions and categories under which the kinds are served: those of Stash, so its manifests apply unchanged. */
public final class ApiGroup {

    public static final String STASH = "stash.appscode.com";
    public static final String APP_CATALOG = "appcatalog.appscode.com";
    public static final String SNAPSHOTS = "repositories.stash.appscode.com";

    public static final String V1ALPHA1 = "v1alpha1";
    public static final String V1BETA1 = "v1beta1";

    /** Categories: {@code kubectl get stash} lists all kinds of one. */
    public static final String CATEGORY_STASH = "stash";

    public static final String CATEGORY_APPSCODE = "appscode";
    public static final String CATEGORY_ALL = "all";
    public static final String CATEGORY_CATALOG = "catalog";

    private ApiGroup() {}
}
