using System;
using Microsoft.Extensions.Logging;
using TypedWebhookAlerts;

namespace Shop.DottedHoles;

public class Guild { public string Name => ""; public int? Size { get; } }
public class Member { public Guild? Guild { get; } public Uri? Avatar { get; } }

public partial class MemberAlerts(AlertPipeline alerts)
{
    /// <summary>Somebody came.</summary>
    [WebhookAlert(
        LogLevel.Information,
        "{member.Guild.Name} ({member.Guild.Size:N0}) {version:3} {member.Avatar}")]
    public partial bool Joined(Member member, Version version);
}
