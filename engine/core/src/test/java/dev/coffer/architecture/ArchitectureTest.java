package dev.coffer.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final String ENGINE = "dev.coffer.engine.";

    /**
     * From the ground up: a package may depend on those of lines above its own, and on no other. So there are no cycles. What
     * others may see of them is in {@code module-info}, and the compiler's to check.
     */
    private static final List<Set<String>> LAYERS = List.of(
            Set.of("blob", "buffer", "errors", "host", "json", "progress", "tasks", "text"),
            Set.of("compress", "crypto", "filter"),
            Set.of("pack", "snapshot", "tree"),
            Set.of("fs", "report", "store"),
            Set.of("index"),
            Set.of("repository"),
            Set.of("source", "walk"),
            Set.of(
                    "archive",
                    "browse",
                    "check",
                    "copy",
                    "dump",
                    "prune",
                    "query",
                    "recovery",
                    "repair",
                    "restore",
                    "retention",
                    "rewrite"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("dev.coffer");

    @Test
    void every_package_of_the_engine_has_a_layer() {
        assertThat(packages())
                .isNotEmpty()
                .allSatisfy(
                        name -> assertThat(layer(name)).as("layer of %s", name).isNotNegative());
    }

    @Test
    void packages_depend_only_on_lower_layers() {
        Set<String> upwards = CLASSES.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .filter(ArchitectureTest::leadsToAnotherPackageOfTheEngine)
                .filter(dependency ->
                        layer(packageOf(dependency.getTargetClass())) >= layer(packageOf(dependency.getOriginClass())))
                .map(Dependency::getDescription)
                .collect(toCollection(TreeSet::new));
        assertThat(upwards).isEmpty();
    }

    @Test
    void the_chunker_and_the_backend_interface_depend_on_the_jdk_alone() {
        noClasses()
                .that()
                .resideInAnyPackage("dev.coffer.chunker..", "dev.coffer.backend..")
                .should()
                .dependOnClassesThat(
                        outside("java..", "org.jspecify..", "dev.coffer.chunker..", "dev.coffer.backend.."))
                .check(CLASSES);
    }

    @Test
    void the_engine_knows_neither_the_command_line_nor_any_sdk() {
        noClasses()
                .that()
                .resideInAPackage(ENGINE + ".")
                .should()
                .dependOnClassesThat(outside(
                        "java..",
                        "javax..",
                        "org.jspecify..",
                        "com.github.luben.zstd..",
                        "org.bouncycastle..",
                        "dev.coffer.chunker..",
                        "dev.coffer.backend..",
                        "dev.coffer.engine.."))
                .check(CLASSES);
    }

    @Test
    void only_compress_knows_zstd() {
        onlyIn("compress", "com.github.luben.zstd..");
    }

    @Test
    void only_crypto_knows_bouncy_castle() {
        onlyIn("crypto", "org.bouncycastle..");
    }

    @Test
    void only_fs_calls_native_functions() {
        onlyIn("fs", "java.lang.foreign..");
    }

    @Test
    void every_package_declares_that_it_knows_no_nulls() {
        Set<String> unmarked = CLASSES.stream()
                .map(JavaClass::getPackage)
                .filter(found -> !found.isAnnotatedWith(NullMarked.class))
                .map(JavaPackage::getName)
                .collect(toCollection(TreeSet::new));
        assertThat(unmarked).isEmpty();
    }

    private static void onlyIn(String owner, String library) {
        noClasses()
                .that()
                .resideOutsideOfPackage(ENGINE + owner)
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .check(CLASSES);
    }

    private static DescribedPredicate<JavaClass> outside(String... packages) {
        return DescribedPredicate.not(JavaClass.Predicates.resideInAnyPackage(packages))
                .and(DescribedPredicate.not(JavaClass.Predicates.equivalentTo(Object.class)))
                .and(DescribedPredicate.describe(
                        "no primitive", type -> !type.getBaseComponentType().isPrimitive()))
                .as("outside of " + String.join(", ", packages));
    }

    private static Set<String> packages() {
        return CLASSES.stream()
                .filter(type -> type.getPackageName().startsWith(ENGINE))
                .map(ArchitectureTest::packageOf)
                .collect(toCollection(TreeSet::new));
    }

    private static boolean leadsToAnotherPackageOfTheEngine(Dependency dependency) {
        String origin = dependency.getOriginClass().getPackageName();
        String target = dependency.getTargetClass().getPackageName();
        return origin.startsWith(ENGINE) && target.startsWith(ENGINE) && !origin.equals(target);
    }

    private static String packageOf(JavaClass type) {
        return type.getPackageName().substring(ENGINE.length());
    }

    /** -1 if it has none. */
    private static int layer(String name) {
        for (int layer = 0; layer < LAYERS.size(); layer++) {
            if (LAYERS.get(layer).contains(name)) {
                return layer;
            }
        }
        return -1;
    }
}
