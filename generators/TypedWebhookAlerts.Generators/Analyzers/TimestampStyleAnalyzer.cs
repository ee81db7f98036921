using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using TypedWebhookAlerts.Generators.Analyzers.Formats;
using TypedWebhookAlerts.Generators.Emission;
using TypedWebhookAlerts.Generators.Model;
using TypedWebhookAlerts.Generators.Parsing;

namespace TypedWebhookAlerts.Generators.Analyzers;

/// <summary>TWA1014: a timestamp of Discord's that is none. .NET would take it for a format and show something odd.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class TimestampStyleAnalyzer() : AlertAnalyzer(Rules.TimestampStyle)
{
    protected override IEnumerable<Diagnostic> Check(AlertDeclaration alert)
        => from entry in alert.Templates
           from hole in entry.Template.Holes
           let format = hole.Format ?? string.Empty
           where TimestampFormat.IsMeant(format)
           let type = HoleResolver.Resolve(alert, hole).Type
           where type is not (null or { Kind: ValueKind.Secret or ValueKind.Unsupported })
               && DiscordTimestamp.StyleOf(type, format) is null
           select Report(
               AttributeLocations.OfFormat(alert, entry.Argument, hole),
               string.Join(".", hole.Path),
               format,
               DiscordTimestamp.StyleOf(type, "<t>") is null
                   ? "only a DateTime or a DateTimeOffset can be"
                   : $"Discord's styles are {string.Join(", ", DiscordTimestamp.Styles.AsEnumerable())}");
}
