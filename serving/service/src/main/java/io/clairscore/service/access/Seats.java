package io.clairscore.service.access;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * How many accounts have each role, disabled ones not counted.
 *
 * @param taken by every role
 * @param keepers administrators who can log in
 */
record Seats(Map<Role, Integer> taken, int keepers) {

  static Seats of(Handle handle) {
    List<Account> accounts =
        AccountRows.all(handle).stream().filter(account -> !account.disabled()).toList();
    Map<Role, Integer> taken = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      taken.put(role, (int) accounts.stream().filter(account -> account.has(role)).count());
    }
    long keepers =
        accounts.stream()
            .filter(account -> account.has(Role.ADMINISTRATOR))
            .filter(account -> account.way() != Account.Way.TOKENS)
            .count();
    return new Seats(taken, (int) keepers);
  }

  List<Accounts.Seat> against(AccessConf.Seats most) {
    return Arrays.stream(Role.values())
        .map(role -> new Accounts.Seat(role, taken.get(role), most.of(role)))
        .toList();
  }

  /**
   * Judges a change that led here. What already was beyond a limit, which was lowered since, may
   * stay or become less.
   *
   * @throws AccessRefused if it took a seat that there is not, or the last administrator away
   */
  void demandAfter(Seats before, AccessConf.Seats most) {
    for (Accounts.Seat seat : against(most)) {
      if (seat.most() > 0
          && seat.taken() > seat.most()
          && seat.taken() > before.taken.get(seat.role())) {
        throw AccessRefused.of(AccessFault.SEATS_TAKEN);
      }
    }
    if (keepers == 0 && before.keepers > 0) {
      throw AccessRefused.of(AccessFault.LAST_ADMINISTRATOR);
    }
  }
}
