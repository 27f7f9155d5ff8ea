package dev.coffer.cli.e2e;

import java.util.List;

/** What {@link KilledWorkIT} kills. */
enum Work {
    PRUNE {
        @Override
        List<String> prepare(Workplace at) {
            at.coffer.run("forget", "--keep-last", "2").ok();
            return List.of("prune", "--max-unused", "0", "--pack-size", "4");
        }
    },
    PRUNE_IN_TWO_PHASES {
        @Override
        List<String> prepare(Workplace at) {
            at.coffer.run("forget", "--keep-last", "2").ok();
            return List.of("prune", "--two-phase", "--grace", "0s", "--max-unused", "0", "--pack-size", "4");
        }
    },
    REWRITE {
        @Override
        List<String> prepare(Workplace at) {
            return List.of("rewrite", "--forget", "--exclude", "new-*");
        }

        @Override
        boolean losesContent() {
            return true;
        }
    },
    REPAIR_INDEX {
        @Override
        List<String> prepare(Workplace at) {
            return List.of("repair", "index", "--read-all-packs");
        }
    },
    REPAIR_PACKS {
        @Override
        List<String> prepare(Workplace at) {
            at.bash.run("-c", "rm -f pack-*").ok();
            List<String> packs =
                    at.coffer.run("list", "packs").ok().out().lines().toList();
            return List.of("repair", "packs", packs.getFirst(), packs.getLast());
        }
    },
    REPAIR_SNAPSHOTS {
        private static final List<String> COMMAND = List.of("repair", "snapshots", "--forget");

        @Override
        List<String> prepare(Workplace at) {
            at.bash
                    .run(
                            "-c",
                            "rm -f \"$(ls -S \"$0\"/data/*/* | grep -v -e -tmp- | head -1)\"",
                            at.repository().toString())
                    .ok();
            at.coffer.run("repair", "index").ok();
            return COMMAND;
        }

        /** What was lost is still missing in some snapshots; the next run gets to them. */
        @Override
        void mend(Program coffer) {
            coffer.run(COMMAND.toArray(String[]::new)).ok();
        }

        @Override
        boolean losesContent() {
            return true;
        }
    },
    COPY {
        @Override
        List<String> prepare(Workplace at) {
            return List.of("copy", "--from-repo", at.location("repository"));
        }
    };

    /** Does what comes before it in each round, and tells the command to kill. */
    abstract List<String> prepare(Workplace at);

    /** Where a kill may leave damage that was there before, repairs it. */
    void mend(Program coffer) {}

    /** Whether snapshots have less in them afterwards, on purpose. */
    boolean losesContent() {
        return false;
    }
}
