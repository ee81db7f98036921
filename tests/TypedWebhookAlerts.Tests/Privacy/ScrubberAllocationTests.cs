using TypedWebhookAlerts.Privacy;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Tests.Capture;
using TypedWebhookAlerts.Tests.Rendering;
using Xunit;

namespace TypedWebhookAlerts.Tests.Privacy;

/// <summary>What the search for secrets costs where there are none. Alone: where others search at the same time, who
/// comes second to an expression is given one more of its machines.</summary>
[Collection(AllCores.Name)]
public sealed class ScrubberAllocationTests
{
    [Fact]
    public void ACleanTextCostsNoAllocation()
    {
        var text = new InvalidOperationException("The command 'ban' failed for shard 7").ToString() + Environment.StackTrace;
        Assert.Null(SecretScrubber.Default.Scrub(text, "Component", isCut: false));

        Assert.Equal(0, Allocations.Least(() => SecretScrubber.Default.Scrub(text, "Component", isCut: false)));
    }

    [Fact]
    public void CleanTextCostsItsRenderingNoAllocation()
    {
        var redacting = new DiscordEmbedFormatter(new RenderingOptions { Redactor = TextRedactor.Default });
        var trusting = new DiscordEmbedFormatter(new RenderingOptions { Redactor = TextRedactor.None });

        Assert.Equal(Allocated(trusting), Allocated(redacting));

        static long Allocated(DiscordFormatter formatter)
        {
            _ = Spoken.Alert(formatter, Speak);
            return Allocations.Least(() => Spoken.Alert(formatter, Speak));
        }

        static void Speak(AlertFormatter alert)
        {
            Spoken.Say(alert, "{Shard }", "3", "{ lost its gateway: }", "connection reset by peer, code 4000");
            alert.BeginField("Component"u8);
            alert.Text("gateway");
            alert.End();
            alert.BeginField("Primary key"u8);
            alert.Text("17 of https://a.example");
            alert.Link("https://a.example/x");
            alert.End();
        }
    }
}
