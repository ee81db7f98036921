using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Emission;

/// <summary>Writes what runs on the pump: reads the values back in the order written and tells them to a formatter.
/// It names no type of the user's.</summary>
internal sealed class RendererEmitter
{
    private readonly SourceBuilder _code;
    private readonly AlertMethod _alert;
    private readonly DescriptorNames _names;
    private readonly string[] _locals;

    private RendererEmitter(SourceBuilder code, AlertMethod alert, DescriptorNames names)
    {
        _code = code;
        _alert = alert;
        _names = names;
        var scope = new NameScope(["record", "alert"]);
        _locals = [.. alert.Values.Select(value => scope.Take(value.Path.Replace('.', '_')))];
    }

    public static void Emit(SourceBuilder code, AlertMethod alert, DescriptorNames names)
        => new RendererEmitter(code, alert, names).Emit();

    private void Emit()
    {
        using (_code.Block($"private static void {_names.Renderer(_alert)}("
            + $"ref AlertReader record, AlertFormatter alert)"))
        {
            EmitReads();
            EmitPart("Title", _alert.Look.Title, hasShortForm: true);
            EmitPart("Description", _alert.Look.Description, hasShortForm: false);
            foreach (var field in _alert.Look.Fields)
            {
                EmitField(field);
            }

            foreach (var index in _alert.Look.Exceptions)
            {
                _code.Line($"alert.Exception({_locals[index]});");
            }

            EmitPart("Footer", _alert.Look.Footer, hasShortForm: true);
        }
    }

    private void EmitReads()
    {
        for (var i = 0; i < _locals.Length; i++)
        {
            if (_alert.Values[i].Type.Kind != ValueKind.Secret)
            {
                _code.Line($"var {_locals[i]} = record.{ReadOf(_alert.Values[i].Type)};");
            }
        }

        if (_alert.Values.Any(value => value.Type.Kind != ValueKind.Secret))
        {
            _code.Line();
        }
    }

    private static string ReadOf(CapturedType type)
        => type switch
        {
            { Kind: ValueKind.Exception } => $"ReadReference<{RuntimeNames.Exception}>()",
            { IsRaw: true, IsNullable: true } => $"ReadNullable<{type.Name}>()",
            { IsRaw: true } => $"Read<{type.Name}>()",
            _ => "ReadText()",
        };

    private void EmitPart(string name, EquatableArray<TextPart> parts, bool hasShortForm)
    {
        if (parts.Count == 0)
        {
            return;
        }

        if (hasShortForm && parts is [{ Literal: { } only }])
        {
            _code.Line($"alert.{name}({Literals.Utf8(only)});");
            return;
        }

        _code.Line($"alert.Begin{name}();");
        foreach (var part in parts)
        {
            _code.Line(part.Literal is { } literal
                ? $"alert.Literal({Literals.Utf8(literal)});"
                : Show(part.Value, part.Format, part.Alignment));
        }

        _code.Line("alert.End();");
    }

    private void EmitField(AlertField field)
    {
        var options = (field.IsInline ? ", inline: true" : string.Empty)
            + (field.IsCodeBlock ? ", codeBlock: true" : string.Empty);
        _code.Line($"alert.BeginField({Literals.Utf8(field.Name)}{options});");
        _code.Line(_alert.Values[field.Value].Type is { Kind: ValueKind.Exception, IsClassified: false }
            ? $"alert.StackTrace({_locals[field.Value]});"
            : Show(field.Value, format: null, alignment: 0));
        _code.Line("alert.End();");
    }

    private string Show(int index, string? format, int alignment)
    {
        var type = _alert.Values[index].Type;
        var local = _locals[index];
        var width = alignment == 0 ? string.Empty : $", alignment: {Literals.Number(alignment)}";
        if (type.IsClassified)
        {
            return $"alert.Classified({local}, {_names.Classification(type.Classifications)}{width});";
        }

        var formatted = (format is null ? string.Empty : ", " + Literals.Text(format)) + width;
        return type.Kind switch
        {
            ValueKind.Secret => $"alert.Text(\"[secret]\"{width});",
            ValueKind.Exception => $"alert.ExceptionSummary({local});",
            ValueKind.Uri => $"alert.Link({local});",
            ValueKind.UserId => $"alert.UserId({UserId(type, local)});",
            ValueKind.Enum => $"alert.Enum({Widened(type, local)}, {_names.Enum(type.Enum!)}{formatted});",
            ValueKind.Bool => $"alert.Value({local}{width});",
            // Said in full: with a default left out, the overload for numbers would fit a character as well.
            ValueKind.Char when type.IsNullable => $"alert.Value({local}, {Literals.Number(alignment)});",
            ValueKind.Char => $"alert.Value((char?){local}, {Literals.Number(alignment)});",
            ValueKind.Number when DiscordTimestamp.StyleOf(type, format) is { } style
                => $"alert.Timestamp({local}, '{style}');",
            ValueKind.Number => $"alert.Value({local}{formatted});",
            _ => $"alert.Text({local}{width});",
        };
    }

    private static string UserId(CapturedType type, string local)
        => type.Name == "ulong" ? local : $"unchecked((ulong{Mark(type)}){local})";

    private static string Widened(CapturedType type, string local)
        => type.Name == "ulong" ? $"unchecked((long{Mark(type)}){local})" : local;

    private static string Mark(CapturedType type) => type.IsNullable ? "?" : string.Empty;
}
