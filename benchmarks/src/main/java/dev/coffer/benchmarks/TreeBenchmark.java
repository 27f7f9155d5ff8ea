package dev.coffer.benchmarks;

import dev.coffer.engine.json.MalformedJson;
import dev.coffer.engine.tree.Node;
import dev.coffer.engine.tree.TreeReader;
import java.util.List;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/** The JSON of a directory, written and read. */
public class TreeBenchmark extends ThroughputBenchmark {

    @Param({"10", "10000"})
    int nodes;

    private List<Node> entries = List.of();
    private byte[] blob = {};

    @Setup
    public void makeTree() {
        entries = SyntheticTree.nodes(nodes, 1);
        blob = SyntheticTree.blob(entries);
    }

    @Benchmark
    public byte[] encode(BytesCounter bytes) {
        bytes.add(blob.length);
        return SyntheticTree.blob(entries);
    }

    @Benchmark
    public List<Node> decode(BytesCounter bytes) throws MalformedJson {
        bytes.add(blob.length);
        return TreeReader.readAll(blob);
    }
}
