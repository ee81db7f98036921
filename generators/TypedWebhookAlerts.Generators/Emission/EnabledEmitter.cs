using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Emission;

/// <summary>Writes the companion <c>XIsEnabled</c>.</summary>
internal static class EnabledEmitter
{
    public static void Emit(SourceBuilder code, AlertMethod alert, IReadOnlyList<string> descriptors)
    {
        var name = alert.Signature.Name;
        var enabled = alert.Enabled!;
        code.Line($"/// <summary>Whether <c>{name}</c> would be sent now: guard costly arguments with it.</summary>");
        var header = $"{enabled.Modifiers} bool {name}IsEnabled({enabled.Parameter})";
        if (descriptors.Count == 1)
        {
            code.Line(header);
            using (code.Indent())
            {
                code.Line($"=> {Receiver(alert.Pipeline)}.IsEnabled({descriptors[0]});");
            }

            return;
        }

        using (code.Block(header))
        {
            code.Line($"var __pipeline = {alert.Pipeline};");
            code.Line($"return __pipeline.IsEnabled({descriptors[0]})");
            using (code.Indent())
            {
                for (var i = 1; i < descriptors.Count; i++)
                {
                    var end = i == descriptors.Count - 1 ? ";" : string.Empty;
                    code.Line($"|| __pipeline.IsEnabled({descriptors[i]}){end}");
                }
            }
        }
    }

    private static string Receiver(string pipeline) => pipeline.Contains("??") ? $"({pipeline})" : pipeline;
}
