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
        if (descriptors.Count == 1 && !alert.Pipeline.IsGuarded)
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
            var pipeline = PipelineEmitter.CreateScope(alert).Take("__pipeline");
            PipelineEmitter.EmitLocal(code, alert.Pipeline, pipeline);
            EmitAny(code, [.. descriptors.Select(descriptor => $"{pipeline}.IsEnabled({descriptor})")]);
        }
    }

    private static void EmitAny(SourceBuilder code, string[] conditions)
    {
        code.Line($"return {conditions[0]}{(conditions.Length == 1 ? ";" : string.Empty)}");
        using (code.Indent())
        {
            for (var i = 1; i < conditions.Length; i++)
            {
                code.Line($"|| {conditions[i]}{(i == conditions.Length - 1 ? ";" : string.Empty)}");
            }
        }
    }

    private static string Receiver(PipelineRead pipeline)
        => pipeline.Source is null ? RuntimeNames.Ambient : $"({PipelineEmitter.Expression(pipeline)})";
}
