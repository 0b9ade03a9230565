package dev.tiller.app.cli.cursor;

import dev.tiller.core.agents.AgentId;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads an agent's id, or the address of its page.
final class AgentArgument implements ITypeConverter<AgentId> {

  @Override
  public AgentId convert(String written) {
    var id = written.replaceFirst("^https?://\\S+[/=](?=bc-)", "").replaceFirst("[?#].*$", "");
    if (!id.matches("bc-[\\w-]{1,100}")) {
      throw new TypeConversionException("must be an agent's id such as bc-1a2b…, not " + written);
    }
    return new AgentId(id);
  }
}
