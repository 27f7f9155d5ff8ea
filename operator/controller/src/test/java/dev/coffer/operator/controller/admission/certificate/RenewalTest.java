package dev.coffer.operator.controller.admission.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RenewalTest {

    private static final Instant START = Instant.parse("2026-03-01T06:00:00Z");
    private static final List<String> NAMES = List.of("coffer.backups.svc", "10.0.0.1");
    private static final Duration DAY = Duration.ofDays(1);

    private final Renewal renewal = new Renewal(new Issuer(), NAMES);
    private final Certificates first = renewal.renew(Optional.empty(), START);

    @Test
    void where_nothing_is_an_authority_signs_a_certificate_for_the_names() throws CertificateParsingException {
        X509Certificate serving = first.serving().certificate();
        assertThat(serving.getIssuerX500Principal())
                .isEqualTo(first.trusted().getFirst().getSubjectX500Principal());
        assertThat(serving.getSubjectAlternativeNames())
                .extracting(name -> String.valueOf(name.get(1)))
                .containsExactlyElementsOf(NAMES);
        assertThat(serving.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
        assertThat(serving.getBasicConstraints()).isNegative();
        assertThat(first.trusted().getFirst().getBasicConstraints()).isZero();
    }

    @Test
    void certificates_count_for_clocks_that_are_behind() {
        assertThat(first.serving().certificate().getNotBefore()).isBefore(START.minus(Duration.ofMinutes(59)));
    }

    @Test
    void young_certificates_stay() {
        assertThat(renewal.renew(Optional.of(first), START.plus(DAY.multipliedBy(240))))
                .isSameAs(first);
    }

    @Test
    void a_certificate_is_renewed_after_two_thirds_of_its_life_by_the_same_authority() {
        Certificates renewed = renewal.renew(Optional.of(first), START.plus(DAY.multipliedBy(244)));
        assertThat(renewed.trusted()).isEqualTo(first.trusted());
        assertThat(renewed.serving()).isNotEqualTo(first.serving());
    }

    @Test
    void a_new_authority_is_trusted_beside_the_old_one_before_it_signs() {
        Certificates young = at(first, 700);
        Certificates both = at(young, 731);
        assertThat(both.trusted()).hasSize(2).startsWith(first.trusted().getFirst());
        assertThat(both.serving()).isEqualTo(young.serving());
        Certificates signed = at(both, 1000);
        assertThat(signed.trusted()).isEqualTo(both.trusted());
        assertThat(signed.serving().certificate().getIssuerX500Principal())
                .isEqualTo(both.trusted().getLast().getSubjectX500Principal());
    }

    @Test
    void a_certificate_that_is_due_with_its_authority_waits_until_the_new_one_has_settled() {
        Instant due = START.plus(DAY.multipliedBy(732));
        Certificates old = at(at(first, 244), 488);
        Certificates both = renewal.renew(Optional.of(old), due);
        assertThat(both.serving()).isEqualTo(old.serving());
        assertThat(renewal.renew(Optional.of(both), due.plus(Duration.ofMinutes(59))))
                .isSameAs(both);
        Certificates settled = renewal.renew(Optional.of(both), due.plus(Duration.ofHours(1)));
        assertThat(settled.serving().certificate().getIssuerX500Principal())
                .isEqualTo(both.trusted().getLast().getSubjectX500Principal());
    }

    @Test
    void an_authority_is_trusted_until_it_expires() {
        Certificates both = at(at(first, 700), 731);
        assertThat(at(both, 1094).trusted()).hasSize(2);
        assertThat(at(both, 1095).trusted()).containsExactly(both.trusted().getLast());
    }

    @Test
    void after_years_without_an_operator_all_is_made_anew_at_once() {
        Certificates late = at(first, 2000);
        assertThat(late.trusted()).hasSize(1).doesNotContainAnyElementsOf(first.trusted());
        assertThat(late.serving().certificate().getIssuerX500Principal())
                .isEqualTo(late.trusted().getFirst().getSubjectX500Principal());
    }

    @Test
    void another_name_takes_another_certificate() {
        Certificates renamed =
                new Renewal(new Issuer(), List.of("other.backups.svc")).renew(Optional.of(first), START.plus(DAY));
        assertThat(renamed.trusted()).isEqualTo(first.trusted());
        assertThat(renamed.serving()).isNotEqualTo(first.serving());
    }

    private Certificates at(Certificates present, int day) {
        return renewal.renew(Optional.of(present), START.plus(DAY.multipliedBy(day)));
    }
}
