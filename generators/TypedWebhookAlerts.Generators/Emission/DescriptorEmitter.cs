using System.Globalization;
using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Emission;

/// <summary>Writes the class that holds what is known of a container's alerts.</summary>
internal static class DescriptorEmitter
{
    public static void Emit(SourceBuilder code, AlertContainer container, DescriptorNames names)
    {
        using (code.Block($"internal static class {container.DescriptorClass}"))
        {
            // Before the descriptors, whose parameters hold them.
            EmitClassifications(code, container, names);
            EmitEach(code, container.Alerts, alert => EmitField(code, alert, names));
            foreach (var enumeration in DescriptorNames.Enums(container))
            {
                code.Line();
                EmitEnum(code, enumeration, names.Enum(enumeration));
            }

            code.Line();
            code.Line("// Renderers run on the pump. Each reads in the order in which its alert's call wrote.");
            EmitEach(code, container.Alerts, alert => RendererEmitter.Emit(code, alert, names));
        }
    }

    private static void EmitEach(SourceBuilder code, EquatableArray<AlertMethod> alerts, Action<AlertMethod> emit)
    {
        for (var i = 0; i < alerts.Count; i++)
        {
            if (i > 0)
            {
                code.Line();
            }

            emit(alerts[i]);
        }
    }

    private static void EmitField(SourceBuilder code, AlertMethod alert, DescriptorNames names)
    {
        var settings = alert.Settings;
        var initializers = Initializers(settings).ToArray();
        code.Line($"internal static readonly AlertDescriptor {names.Field(alert)} = new(");
        using (code.Indent())
        {
            code.Line($"name: {Literals.Text($"{alert.Container.FullName}.{alert.Signature.Name}")},");
            code.Line($"eventId: {Literals.Number(settings.EventId)},");
            code.Line($"level: {Levels.Expression(settings.Level)},");
            code.Line($"template: {Literals.Text(settings.Template)},");
            code.Line($"route: {Literals.TextOrNull(settings.Route)},");
            EmitParameters(code, alert, names);
            code.Line($"render: {names.Renderer(alert)}){(initializers.Length == 0 ? ";" : string.Empty)}");
        }

        if (initializers.Length > 0)
        {
            using (code.Block(null, "{", "};"))
            {
                EmitList(code, initializers);
            }
        }
    }

    private static void EmitParameters(SourceBuilder code, AlertMethod alert, DescriptorNames names)
    {
        if (alert.Values.Count == 0)
        {
            code.Line("parameters: [],");
            return;
        }

        using (code.Block("parameters:", "[", "],"))
        {
            EmitList(code, alert.Values.Select(value => Parameter(value, names)));
        }
    }

    private static void EmitList(SourceBuilder code, IEnumerable<string> items)
    {
        foreach (var item in items)
        {
            code.Line(item + ",");
        }
    }

    private static IEnumerable<string> Initializers(AlertSettings settings)
    {
        if (!string.IsNullOrEmpty(settings.Title))
        {
            yield return $"Title = {Literals.Text(settings.Title!)}";
        }

        if (settings.EventName is not null)
        {
            yield return $"EventName = {Literals.Text(settings.EventName)}";
        }

        if (settings.Color != -1)
        {
            // A negative number has no hexadecimal form that is an int.
            yield return "Color = " + (settings.Color < 0
                ? Literals.Number(settings.Color)
                : "0x" + settings.Color.ToString("X6", CultureInfo.InvariantCulture));
        }

        if (settings.CoalesceSeconds != -1)
        {
            yield return $"CoalesceSeconds = {Literals.Number(settings.CoalesceSeconds)}";
        }

        if (settings.MaxPerMinute != 0)
        {
            yield return $"MaxPerMinute = {Literals.Number(settings.MaxPerMinute)}";
        }

        if (settings.OpenAfterSeconds != -1)
        {
            yield return $"OpenAfterSeconds = {Literals.Number(settings.OpenAfterSeconds)}";
        }
    }

    private static string Parameter(CapturedValue value, DescriptorNames names)
    {
        var roles = string.Join(" | ", Roles(value).Select(role => $"AlertParameterRole.{role}"));
        var arguments = Literals.Text(value.Path)
            + (value.Type.IsClassified ? ", " + names.Classification(value.Type.Classifications) : string.Empty)
            + (roles.Length == 0 ? string.Empty : ", " + roles);
        var factory = value.Type switch
        {
            // Its role is the factory's own, and there is none beside it.
            { Kind: ValueKind.Secret } => $"Secret({Literals.Text(value.Path)})",
            { IsClassified: true, Kind: ValueKind.Exception } => $"ClassifiedException({arguments})",
            { IsClassified: true } => $"Classified({arguments})",
            { Kind: ValueKind.Exception } => $"Exception({arguments})",
            { IsRaw: true, IsNullable: true } type => $"Nullable<{type.Name}>({arguments})",
            { IsRaw: true } type => $"Value<{type.Name}>({arguments})",
            _ => $"Text({arguments})",
        };
        return $"AlertParameter.{factory}";
    }

    private static IEnumerable<string> Roles(CapturedValue value)
    {
        if (value.IsKey)
        {
            yield return "Key";
        }

        if (value.IsField)
        {
            yield return "Field";
        }

        if (value.Type is { Kind: ValueKind.UserId, IsClassified: false })
        {
            yield return "UserId";
        }
    }

    private static void EmitClassifications(SourceBuilder code, AlertContainer container, DescriptorNames names)
    {
        var all = DescriptorNames.Classifications(container).ToArray();
        if (all.Length > 0)
        {
            code.Line(
                "// How values are classified. The attributes are made when a redactor is asked for, on the pump.");
        }

        foreach (var classifications in all)
        {
            var field = names.Classification(classifications);
            code.Line($"private static readonly AlertClassification {field} = new(static () =>");
            using (code.Block(null, "[", "]);"))
            {
                EmitList(code, classifications);
            }

            code.Line();
        }
    }

    private static void EmitEnum(SourceBuilder code, EnumNames names, string field)
    {
        code.Line($"// The names of {names.FullName}, which may be out of reach here.");
        code.Line($"private static readonly EnumNames {field} = new(");
        using (code.Indent())
        {
            code.Line($"isFlags: {Bool(names.IsFlags)},");
            code.Line($"size: {Literals.Number(names.Size)},");
            var isLast = names.Members.Count == 0;
            code.Line($"isSigned: {Bool(names.IsSigned)}{(isLast ? ");" : ",")}");
            for (var i = 0; i < names.Members.Count; i++)
            {
                var member = names.Members[i];
                var value = member.Value.ToString(CultureInfo.InvariantCulture);
                isLast = i == names.Members.Count - 1;
                code.Line($"({Literals.Text(member.Name)}, {value}){(isLast ? ");" : ",")}");
            }
        }
    }

    private static string Bool(bool value) => value ? "true" : "false";
}
