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

  /// With the keyboard alone, in a hurry: Enter follows the letters before anything is found for
  /// them, and takes the first that they leave.
  static void byKeyboard(Locator field, String letters) {
    field.focus();
    field.pressSequentially(letters);
    field.press("Enter");
  }

  /// The entry with exactly this label, in the list that belongs to the field.
  static Locator entry(Locator field, String label) {
    var list = field.page().locator("[id='" + field.getAttribute("aria-controls") + "']");
    return list.getByText(label, new Locator.GetByTextOptions().setExact(true));
  }
}
