package dev.coffer.operator.controller.admission.validation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.coffer.operator.api.validation.Problem;
import dev.coffer.operator.controller.admission.review.AdmissionAnswer;
import dev.coffer.operator.controller.admission.review.AdmissionRequest;
import dev.coffer.operator.controller.cluster.Json;
import io.fabric8.kubernetes.client.CustomResource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The rules of one kind.
 *
 * @param <R> the kind
 */
record KindRules<R extends CustomResource<?, ?>>(Class<R> type, ObjectRule<R> object, ChangeRule<R> change) {

    /** Rules of an object, whether new or changed. It has a specification. */
    @FunctionalInterface
    interface ObjectRule<R> {
        List<Problem> check(R object, String namespace);
    }

    /** Rules of a change, beyond those of the object that comes of it. Both have a specification. */
    @FunctionalInterface
    interface ChangeRule<R> {
        List<Problem> check(R before, R after);
    }

    /**
     * Decides about an object. One whose specification stays as it is gets through, whatever is wrong with it, as does one that is
     * being removed: otherwise nobody could take off its finalizers.
     */
    AdmissionAnswer review(AdmissionRequest request, Json json) {
        R object = json.read(request.object(), type);
        if (object.getSpec() == null || object.isMarkedForDeletion() || isUnchanged(request)) {
            return AdmissionAnswer.allowed();
        }
        List<Problem> problems = new ArrayList<>(object().check(object, request.namespace()));
        earlier(request, json).ifPresent(before -> problems.addAll(change.check(before, object)));
        List<String> warnings = problems.stream()
                .filter(problem -> !problem.isError())
                .map(Problem::toString)
                .toList();
        String errors = problems.stream()
                .filter(Problem::isError)
                .map(Problem::toString)
                .collect(Collectors.joining("; "));
        return errors.isEmpty() ? AdmissionAnswer.allowed(warnings) : AdmissionAnswer.refused(errors, warnings);
    }

    private Optional<R> earlier(AdmissionRequest request, Json json) {
        return request.before().map(before -> json.read(before, type)).filter(before -> before.getSpec() != null);
    }

    private static boolean isUnchanged(AdmissionRequest request) {
        Optional<ObjectNode> before = request.before();
        return before.isPresent()
                && before.get().path("spec").equals(request.object().path("spec"));
    }
}
