using System.Text;
using Microsoft.Extensions.Configuration;
using TypedWebhookAlerts.Hosting;
using Xunit;

namespace TypedWebhookAlerts.Tests.Options;

/// <summary>A mistake is named by what its author typed.</summary>
public sealed class MistakeNamesTests
{
    [Fact]
    public void AValueOfTheSectionIsNamedByItsFullKeyAsItIsTyped()
        => Assert.Equal(
            [
                "WebhookAlerts:Retry:MaxDelay must not be shorter than Retry:Delay.",
                "WebhookAlerts:Routes:my Ops:AvatarUrl must be an https address of at most 2048 characters.",
                "WebhookAlerts:batchsize must be from 1 to 10.",
            ],
            Mistakes(
                """
                {
                  "batchsize": 99,
                  "Retry": { "MaxDelay": "00:00:01", "Delay": "00:00:10" },
                  "Routes": { "my Ops": { "AvatarUrl": "gopher" } }
                }
                """));

    [Fact]
    public void AnItemOfAListIsNamedByItsOwnKeyAlsoBehindEmptyOnes()
        => Assert.Equal(
            [
                "WebhookAlerts:LevelRoutes:error:1 must be the name of a route: this one is empty.",
                "WebhookAlerts:Redaction:Except:4 must be the name of a kind or a .NET regular expression: "
                    + "InsufficientClosingParentheses at character 1.",
                "WebhookAlerts:Routes:forum:Tags:2 must be an id: digits only.",
                "WebhookAlerts:TrustedHosts:2 must be a host, as host or host:port: without https://, path and "
                    + "asterisk.",
            ],
            Mistakes(
                """
                {
                  "LevelRoutes": { "error": ["error", ""] },
                  "Redaction": { "Except": ["jwt", "", " ", "cookie", "("] },
                  "Routes": { "forum": { "ThreadName": "night", "Tags": ["1", "", "x"] } },
                  "TrustedHosts": ["relay.example", "", "https://relay.example"]
                }
                """).Select(mistake => mistake.Replace(" (or WEBHOOK_TRUSTED_HOSTS)", "", StringComparison.Ordinal)));

    [Fact]
    public void AnItemOfASecondConfigurationIsNamedByItsPlaceThere()
    {
        var setup = new WebhookAlertsSetup();
        setup.Add(Configuration("""{ "Redaction": { "Except": ["jwt", "cookie"] } }"""), configure: null);
        setup.Add(Configuration("""{ "Redaction": { "Except": ["", "("] } }"""), configure: null);

        Assert.StartsWith(
            "WebhookAlerts:Redaction:Except:1 must be the name",
            Assert.Single(Mistakes(setup)),
            StringComparison.Ordinal);
    }

    [Fact]
    public void ASectionWithinAnotherIsNamedWithIt()
    {
        var setup = new WebhookAlertsSetup();
        var root = new ConfigurationBuilder().AddInMemoryCollection(
            [
                KeyValuePair.Create("Bots:Shop:WebhookAlerts:BatchSize", (string?)"99"),
                KeyValuePair.Create("Bots:Shop:WebhookAlerts:UseEmbeds", (string?)"maybe"),
            ]).Build();
        setup.Add(root.GetSection("Bots:Shop"), configure: null);

        Assert.Equal(
            [
                "Bots:Shop:WebhookAlerts:BatchSize must be from 1 to 10.",
                "Bots:Shop:WebhookAlerts:UseEmbeds must be true or false.",
            ],
            Mistakes(setup));
    }

    [Fact]
    public void WhatCodeHasSetIsNamedByTheOption()
        => Assert.Equal(
            ["BatchTimeout must be from 00:00:00 to 00:10:00.", "WebhookAlerts:BatchSize must be from 1 to 10."],
            Mistakes(
                """{ "BatchSize": 99, "BatchTimeout": 3 }""",
                options => options.BatchTimeout = TimeSpan.FromDays(1)));

    [Fact]
    public void WhatCodeHasSetBeforeTheSectionIsReadIsNamedByTheOption()
    {
        var options = new WebhookAlertOptions { BatchSize = 99 };
        var setup = new WebhookAlertsSetup();
        setup.Add(Configuration("{}"), configure: null);
        setup.Configure(options);

        Assert.Equal(
            ["BatchSize must be from 1 to 10."], new WebhookAlertOptionsValidator().Validate(null, options).Failures);
    }

    [Fact]
    public void WhatCodePutsRightIsNoMistake()
        => Assert.Empty(Mistakes("""{ "BatchSize": 99 }""", options => options.BatchSize = 3));

    [Fact]
    public void WhatNobodyTypedIsNamedAsItWouldHaveToBeTyped()
        => Assert.Equal(
            [
                "WebhookAlerts:Routes:error:Url (or WEBHOOK_ERROR_URL) is missing, and Required is set.",
                "WebhookAlerts:Routes:info:Url (or WEBHOOK_INFO_URL) is missing, and Required is set.",
            ],
            Mistakes("""{ "Required": true }"""));

    [Fact]
    public void AVariableIsNamedInPlaceOfTheOptionThatItSets()
    {
        var options = new WebhookAlertOptions();
        var variables = new Dictionary<string, string>
        {
            ["WEBHOOK_BATCH_SIZE"] = "99",
            ["WEBHOOK_ERROR_URL"] = "https://example.com/x",
            ["WEBHOOK_TRUSTED_HOSTS"] = "relay.example, *.example",
        };
        WebhookVariables.Apply(options, variables.GetValueOrDefault);
        options.Notes.Origins.Close(WebhookAlertOptionsValidator.MistakesOfOptions(options));

        Assert.Collection(
            Order(new WebhookAlertOptionsValidator().Validate(null, options).Failures!),
            size => Assert.Equal("WEBHOOK_BATCH_SIZE must be from 1 to 10.", size),
            url => Assert.StartsWith("WEBHOOK_ERROR_URL names neither a Discord host", url, StringComparison.Ordinal),
            host => Assert.StartsWith("WEBHOOK_TRUSTED_HOSTS must be a host", host, StringComparison.Ordinal));
    }

    private static IEnumerable<string> Mistakes(string section, Action<WebhookAlertOptions>? configure = null)
    {
        var setup = new WebhookAlertsSetup();
        setup.Add(Configuration(section), configure);
        return Mistakes(setup);
    }

    private static IEnumerable<string> Mistakes(WebhookAlertsSetup setup)
    {
        var options = new WebhookAlertOptions();
        setup.Configure(options);
        return Order(new WebhookAlertOptionsValidator().Validate(null, options).Failures ?? []);
    }

    private static IEnumerable<string> Order(IEnumerable<string> mistakes) => mistakes.Order(StringComparer.Ordinal);

    private static IConfiguration Configuration(string section)
        => new ConfigurationBuilder().AddJsonStream(
            new MemoryStream(Encoding.UTF8.GetBytes($$"""{ "WebhookAlerts": {{section}} }"""))).Build();
}
