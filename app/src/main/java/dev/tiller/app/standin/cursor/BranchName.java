package dev.tiller.app.standin.cursor;

import java.util.regex.Pattern;

/// Names of branches as git takes them (`git check-ref-format`).
final class BranchName {

  private static final Pattern WRONG =
      Pattern.compile(
          "[\\x00-\\x20\\x7f~^:?*\\[\\\\]|\\.\\.|@\\{|//|/\\.|\\.lock(/|$)|^[/.-]|[/.]$");

  private BranchName() {}

  /// The name, when it can be one.
  ///
  /// @throws ApiError when it cannot
  static String checked(String name) {
    if (WRONG.matcher(name).find()) {
      throw new ApiError(400, "invalid_branch_name", "'" + name + "' is not a valid branch name");
    }
    return name;
  }
}
