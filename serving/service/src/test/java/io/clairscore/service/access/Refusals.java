package io.clairscore.service.access;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What tests say of refusals. */
final class Refusals {
  private Refusals() {}

  static void assertRefused(AccessFault fault, ThrowingCallable work) {
    assertThatThrownBy(work)
        .isInstanceOfSatisfying(
            AccessRefused.class,
            refused ->
                org.assertj.core.api.Assertions.assertThat(refused.fault()).isEqualTo(fault));
  }
}
