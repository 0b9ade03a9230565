package dev.tiller.app.widgets;

import static org.awaitility.Awaitility.await;

import dev.tiller.app.playground.SlackWay;
import java.io.IOException;

/// The same with Slack in Socket Mode, where answers go into acknowledgements.
class WidgetsBySocketTest extends WidgetsTest {

  @Override
  WidgetsStage stage() throws IOException {
    var stage = new WidgetsStage(0, SlackWay.SOCKET);
    await().until(stage::bySocket);
    return stage;
  }
}
