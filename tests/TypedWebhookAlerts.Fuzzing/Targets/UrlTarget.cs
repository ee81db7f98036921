using System.Text.RegularExpressions;

namespace TypedWebhookAlerts.Fuzzing;

/// <summary>A webhook's address, as it stands in a configuration.</summary>
internal static partial class UrlTarget
{
    private const int LongestProblem = 160;

    private static readonly string[] s_trusted = ["localhost:8080", "hooks.example.com", "[::1]:8080"];

    private static readonly string[] s_discord =
        ["discord.com", "ptb.discord.com", "canary.discord.com", "discordapp.com"];

    public static void Run(byte[] input)
    {
        var text = FuzzText.Of(input);
        if (Parse(text, []) is { } webhook)
        {
            Promise.Holds(
                s_discord.Contains(webhook.Information.Host) && webhook.Information.IsDefaultPort
                    && webhook.Information.Scheme == "https",
                "untrusted, only Discord is dialled");
            Check(webhook);
            Promise.Holds(Parse(text, s_trusted) is not null, "to trust others distrusts nobody");
        }
        else if (Parse(text, s_trusted) is { } trusted)
        {
            Promise.Holds(
                s_trusted.Contains(trusted.Information.Authority), "a host that is neither Discord's nor trusted is refused");
            Promise.Holds(trusted.Information.Scheme == "https" || trusted.Information.IsLoopback, "http is for loopback");
            Check(trusted);
        }
    }

    private static WebhookUrl? Parse(string text, string[] trusted)
    {
        var problem = WebhookUrl.TryParse(text, trusted, out var url);
        Promise.Holds(problem is null == url is not null, "there is a webhook or a problem");
        Promise.Holds(problem is null || !Repeats(problem, text), "a problem repeats no address");
        return url;
    }

    // Our own words are the same for every address.
    private static bool Repeats(string problem, string text)
        => problem.Length > LongestProblem
            || text.Split('/', '?').Any(part => part.Length >= 12 && problem.Contains(part, StringComparison.OrdinalIgnoreCase));

    private static void Check(WebhookUrl url)
    {
        Promise.Holds(Shown().IsMatch(url.ToString()), "it shows its id and no more");
        Uri[] dialled = [url.Information, url.Execute, url.Message("1"), url.InThread(7).Execute];
        foreach (var address in dialled)
        {
            Promise.Holds(address.UserInfo.Length == 0 && address.Fragment.Length == 0, "no user and no fragment is sent");
            Promise.Holds(
                address.Authority == url.Information.Authority
                    && address.AbsolutePath.StartsWith(url.Information.AbsolutePath, StringComparison.Ordinal),
                "all that is dialled is the webhook's");
        }

        var again = Parse(url.Information.AbsoluteUri, s_trusted);
        Promise.Holds(again?.Webhook == url.Webhook, "what is dialled is the same webhook when it is read again");
    }

    [GeneratedRegex(@"^discord:\d+/\*\*\*\z")]
    private static partial Regex Shown();
}
