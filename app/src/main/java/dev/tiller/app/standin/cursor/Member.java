package dev.tiller.app.standin.cursor;

import java.util.List;
import java.util.Optional;

/// Someone of the team that the account belongs to.
record Member(int id, String email, String firstName, String lastName) {

  static final int TEAM = 7;

  /// Whom the keys belong to.
  static final Member ALEX = new Member(42, "alex.rivera@acme.example", "Alex", "Rivera");

  private static final List<Member> ALL =
      List.of(ALEX, new Member(43, "sam.lee@acme.example", "Sam", "Lee"));

  static Optional<Member> withEmail(String email) {
    return ALL.stream().filter(member -> member.email().equals(email)).findFirst();
  }

  static Optional<Member> withId(String id) {
    return ALL.stream().filter(member -> String.valueOf(member.id()).equals(id)).findFirst();
  }
}
