using System.Text.RegularExpressions;
using TypedWebhookAlerts.Generators.Tests.Promise.Declarations;
using TypedWebhookAlerts.Rendering;
using TypedWebhookAlerts.Testing;
using TypedWebhookAlerts.Tests.Rendering;

namespace TypedWebhookAlerts.Generators.Tests.Promise.Delivery;

/// <summary>Judges messages as a reader of the channel would.</summary>
internal sealed partial class ShownJudge(CompiledAlerts alerts, DeliveryOptions options, Coverage coverage)
{
    /// <summary>Above so many code points the parts of an embed may have had to share their room.</summary>
    private const int Uncontested = 5000;

    private readonly Dictionary<int, Declaration> _declarations =
        alerts.Alerts.ToDictionary(alert => alert.Declaration.Index, alert => alert.Declaration);

    private readonly List<Finding> _findings = [];

    public IReadOnlyList<Finding> Judge(IReadOnlyList<SimulatedMessage> messages)
    {
        foreach (var message in messages)
        {
            Expect(message.SuppressesMentions, Breach.MayPing, message.Json);
            if (message.Content is { } content)
            {
                coverage.CountContent(LiteralText.CodePoints(content));
                JudgeMarkdown(content);
            }

            foreach (var embed in message.Embeds)
            {
                JudgeEmbed(embed);
            }
        }

        return _findings;
    }

    private void JudgeEmbed(SimulatedEmbed embed)
    {
        coverage.CountDescription(LiteralText.CodePoints(embed.Description ?? ""));
        JudgeMarkdown(embed.Description ?? "");
        JudgeInline(embed.Title ?? "");
        foreach (var field in embed.Fields)
        {
            JudgeInline(field.Name);
            JudgeMarkdown(field.Value);
        }

        if (CodePoints(embed) < Uncontested)
        {
            JudgeLiterals(embed);
        }
    }

    private void JudgeMarkdown(string text)
    {
        var live = LiveMarks.FindInMarkdown(text);
        Expect(live is null, Breach.ArgumentIsLive, live);
        Expect(DiscordReader.AreFencesClosed(text), Breach.CodeIsLeftOpen, text);
    }

    private void JudgeInline(string text)
    {
        var live = LiveMarks.FindInline(text);
        Expect(live is null, Breach.ArgumentIsLive, live);
    }

    private void JudgeLiterals(SimulatedEmbed embed)
    {
        if (DeclarationOf('T', embed.Title) is { Title: { } title, Limit.Part: LimitedPart.Title })
        {
            ExpectWhole(title, DiscordLimits.Title, embed.Title!);
        }

        if (DeclarationOf('D', embed.Description) is { IsDescriptionLiteral: true } described)
        {
            var limit = Math.Min(DiscordLimits.Description, options.MaxMessageLength) - DiscordLimits.CounterReserve;
            ExpectWhole(described.Template, limit, Counter().Replace(embed.Description!, ""));
        }

        foreach (var field in embed.Fields)
        {
            var declared = DeclarationOf('F', field.Name)?.Parameters[0].FieldName;
            if (declared is not null)
            {
                ExpectWhole(declared, DiscordLimits.FieldName, field.Name);
            }
        }
    }

    // A literal at a limit begins with the letter of its part and its declaration's place.
    private Declaration? DeclarationOf(char part, string? text)
        => Start().Match(text ?? "") is { Success: true } start
            && start.Value[0] == part
            && _declarations.TryGetValue(int.Parse(start.Groups[1].Value, null), out var declaration)
            ? declaration
            : null;

    private void ExpectWhole(string literal, int limit, string shown)
    {
        coverage.CountWhole(literal, limit);
        var expected = LiteralText.Shown(literal, limit);
        var (before, after) = (LiteralText.CodePoints(literal), LiteralText.CodePoints(shown));
        Expect(expected == shown, Breach.LiteralIsNotWhole, $"{after} of {before} code points, limit {limit}: {shown}");
    }

    private void Expect(bool isSo, Breach breach, string? text)
    {
        if (!isSo)
        {
            _findings.Add(new Finding(breach, text ?? ""));
        }
    }

    private static int CodePoints(SimulatedEmbed embed)
        => new[] { embed.Title, embed.Description, embed.Footer }.OfType<string>().Sum(LiteralText.CodePoints)
            + embed.Fields.Sum(field => LiteralText.CodePoints(field.Name) + LiteralText.CodePoints(field.Value));

    [GeneratedRegex(@"^[TDF](\d+) ")]
    private static partial Regex Start();

    [GeneratedRegex(@"\n-# (×|and )[^\n]*\z")]
    private static partial Regex Counter();
}
