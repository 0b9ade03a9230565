package dev.tiller.app.browser;

import com.microsoft.playwright.Locator;

/// Chooses in a field that people search by typing.
final class Choosing {

  private Choosing() {}

  /// Types the letters, and takes the entry with this label from what they leave.
  static void in(Locator field, String letters, String label) {
    field.click();
    field.fill(letters);
    entry(field, label).click();
  }

  /// The same with the keyboard alone: the entry must be the first that the letters leave.
  static void byKeyboard(Locator field, String letters, String label) {
    field.focus();
    field.pressSequentially(letters);
    entry(field, label).waitFor();
    field.press("Enter");
  }

  /// The entry with exactly this label, in the list that belongs to the field.
  private static Locator entry(Locator field, String label) {
    var list = field.page().locator("[id='" + field.getAttribute("aria-controls") + "']");
    return list.getByText(label, new Locator.GetByTextOptions().setExact(true));
  }
}
