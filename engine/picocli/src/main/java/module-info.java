/** Picocli, under the name its own JAR has; this is the only file that is not picocli's. */
module info.picocli {
    exports picocli;
}
