# Sourced by scripts that build or run Coffer: one place that knows which Java is good enough, where to look for it, and when
# to build.

OLDEST_JDK=25

# jdk_version HOME: the feature version of the JDK at HOME; fails where there is no compiler.
jdk_version() {
    [ -x "$1/bin/java" ] && [ -x "$1/bin/javac" ] || return 1
    local line
    while IFS= read -r line; do
        case $line in
            JAVA_VERSION=*)
                line=${line#*\"}
                line=${line%%[.\"+-]*}
                echo "$line"
                return 0
                ;;
        esac
    done 2>/dev/null <"$1/release"
    return 1
}

jdk_is_good() {
    local version
    version=$(jdk_version "$1") && [ "$version" -ge "$OLDEST_JDK" ] 2>/dev/null
}

# The JDK that the java on the PATH belongs to.
jdk_of_path() {
    local java
    java=$(command -v java) || return 1
    java=$(readlink -f "$java" 2>/dev/null) || return 1
    echo "${java%/bin/java}"
}

# jdk_candidates: folders that may hold a JDK, best first.
jdk_candidates() {
    [ -z "${JAVA_HOME:-}" ] || echo "$JAVA_HOME"
    jdk_of_path || true
    if [ -x /usr/libexec/java_home ]; then
        /usr/libexec/java_home -v "$OLDEST_JDK+" 2>/dev/null || true
    fi
    local home
    for home in /usr/lib/jvm/* /usr/java/* /opt/* /opt/java/* "${HOME:-/root}"/.sdkman/candidates/java/* \
        "${HOME:-/root}"/.jdks/* /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk* \
        /usr/local/opt/openjdk*; do
        [ ! -d "$home" ] || echo "$home"
    done
}

# find_jdk: prints the home of a JDK that is new enough, or explains on stderr what to install and fails.
find_jdk() {
    local home
    if [ -n "${COFFER_JAVA_HOME:-}" ]; then
        if jdk_is_good "$COFFER_JAVA_HOME"; then
            echo "$COFFER_JAVA_HOME"
            return 0
        fi
        echo "COFFER_JAVA_HOME is $COFFER_JAVA_HOME, but there is no JDK $OLDEST_JDK or newer." >&2
        return 1
    fi
    while IFS= read -r home; do
        if jdk_is_good "$home"; then
            echo "$home"
            return 0
        fi
    done <<<"$(jdk_candidates)"
    cat >&2 <<END
Coffer needs a Java development kit (JDK), version $OLDEST_JDK or newer, and found none.
  Debian, Ubuntu:  apt install openjdk-$OLDEST_JDK-jdk-headless   (or temurin-$OLDEST_JDK-jdk from https://adoptium.net)
  Fedora, RHEL:    dnf install java-$OLDEST_JDK-openjdk-devel
  macOS:           brew install openjdk@$OLDEST_JDK
  anywhere:        https://adoptium.net
If you have one in an unusual place, say so: export COFFER_JAVA_HOME=/path/to/jdk
END
    return 1
}

# run_maven ARGUMENTS...: Maven on JDK_HOME, without the JVM's warnings about Maven's own libraries.
run_maven() {
    JAVA_HOME=$JDK_HOME \
        MAVEN_OPTS="--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow ${MAVEN_OPTS:-}" \
        mvn -B "$@"
}

# is_older_than_sources JAR ROOT PATH...: whether the JAR is missing or anything it is made of, below these paths of ROOT, is
# newer. Folders count: they tell of deleted files.
is_older_than_sources() {
    local jar=$1 root=$2 newer
    shift 2
    [ -f "$jar" ] || return 0
    newer=$(cd "$root" && find "$@" \( -name target -o -path '*/src/test' \) -prune -o \
        -newer "$jar" \( -name pom.xml -o -path '*/src/main/*' \) -print 2>/dev/null | head -n 1)
    [ -n "$newer" ]
}
