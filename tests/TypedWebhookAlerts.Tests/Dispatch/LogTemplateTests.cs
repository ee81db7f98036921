using TypedWebhookAlerts.Dispatch;
using Xunit;

namespace TypedWebhookAlerts.Tests.Dispatch;

public sealed class LogTemplateTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("plain", "plain")]
    [InlineData("{a} and {b,5:N0}", "{a} and {b,5:N0}")]
    [InlineData("{member.Guild.Name} of {x.y:d\\.hh}", "{member_Guild_Name} of {x_y:d\\.hh}")]
    [InlineData("1.5 {a} v1.2.", "1.5 {a} v1.2.")]
    [InlineData("{at:<t:R>} {b.At:<t:F>}.", "{at} {b_At}.")]
    [InlineData("{{a.b}} {c.d}", "{{a.b}} {c_d}")]
    [InlineData("open {a.b", "open {a.b")]
    public void ATemplateIsOneThatLogsRead(string template, string expected)
        => Assert.Equal(expected, LogTemplate.Of(template));
}
