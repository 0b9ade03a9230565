package dev.tiller.app.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/// Skips a test class where no Chromium or Chrome is installed. With the system property
/// `tiller.browser=required` the class fails there. A failure tells what the page showed.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith({BrowserCondition.class, SharedBrowser.class, LastSeen.class})
@interface NeedsBrowser {}
