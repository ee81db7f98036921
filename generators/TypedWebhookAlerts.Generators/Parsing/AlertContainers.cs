using Microsoft.CodeAnalysis.CSharp;
using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Parsing;

/// <summary>Gathers alerts by the type that declares them and names the files.</summary>
internal static class AlertContainers
{
    public static IEnumerable<AlertContainer> Group(IEnumerable<AlertMethod> alerts)
    {
        // By name, not by place: moving a file must not rename another's descriptors.
        var groups = alerts
            .GroupBy(alert => alert.Container)
            .OrderBy(group => group.Key.MetadataName, StringComparer.Ordinal);
        var taken = new HashSet<string>(KnownTypes.ShortNames, StringComparer.OrdinalIgnoreCase);
        foreach (var group in groups)
        {
            yield return new AlertContainer(
                group.Key, NameOf(group.Key, taken), new EquatableArray<AlertMethod>(group));
        }
    }

    private static string NameOf(ContainingType type, HashSet<string> taken)
    {
        // An identifier may hold marks that a hint name may not.
        var plain = string.Concat(type.MetadataName.Select(c => char.IsLetterOrDigit(c) ? c : '_'));
        plain = SyntaxFacts.GetKeywordKind(plain) == SyntaxKind.None ? plain : "_" + plain;
        var name = plain;
        for (var number = 2; !taken.Add(name); number++)
        {
            name = $"{plain}_{number}";
        }

        return name;
    }
}
