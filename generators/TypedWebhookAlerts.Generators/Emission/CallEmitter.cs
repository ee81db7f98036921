using TypedWebhookAlerts.Generators.Model;

namespace TypedWebhookAlerts.Generators.Emission;

/// <summary>Writes what runs on the caller's thread: read, size, claim, copy, commit.</summary>
internal sealed class CallEmitter
{
    private readonly SourceBuilder _code;
    private readonly AlertMethod _alert;
    private readonly string _descriptor;
    private readonly NameScope _scope;
    private readonly string _pipelineName;
    private readonly string _alertName;
    private readonly string[] _arguments;

    private CallEmitter(SourceBuilder code, AlertMethod alert, DescriptorNames names)
    {
        _code = code;
        _alert = alert;
        _descriptor = names.FullField(alert);
        _scope = new NameScope(alert.Signature.ParameterNames);
        _pipelineName = _scope.Take("__pipeline");
        _alertName = _scope.Take("__alert");
        _arguments = [.. alert.Values.Select(value
            => value.IsGuarded ? _scope.Take("__" + value.Path.Replace('.', '_')) : Raw(value))];
    }

    private bool ReturnsBool => _alert.Signature.ReturnsBool;

    public static void Emit(SourceBuilder code, AlertMethod alert, DescriptorNames names)
    {
        if (!alert.HasOwnDocumentation)
        {
            PreviewEmitter.Emit(code, alert);
        }

        new CallEmitter(code, alert, names).Emit();
    }

    private void Emit()
    {
        if (_alert.Body == AlertBody.Definition)
        {
            _code.Line(SignatureEmitter.Declare(_alert.Signature) + ";");
            return;
        }

        using (_code.Block(SignatureEmitter.Declare(_alert.Signature)))
        {
            if (_alert.Body == AlertBody.Refuse)
            {
                _code.Line("// This declaration cannot be an alert; the error list says why.");
                _code.Line("throw new global::System.NotSupportedException();");
                return;
            }

            EmitGate();
            EmitGuardedReads();
            EmitClaim();
        }
    }

    private void EmitGate()
    {
        _code.Line($"var {_pipelineName} = {_alert.Pipeline};");
        _code.Line($"var {_alertName} = {_descriptor};");
        using (_code.Block($"if (!{_pipelineName}.IsEnabled({_alertName}))"))
        {
            _code.Line(ReturnsBool ? "return false;" : "return;");
        }

        _code.Line();
    }

    private void EmitGuardedReads()
    {
        var guarded = Enumerable.Range(0, _arguments.Length).Where(index => _alert.Values[index].IsGuarded).ToArray();
        if (guarded.Length == 0)
        {
            return;
        }

        var scratch = _scope.Take("__scratch");
        if (guarded.Any(index => _alert.Values[index].Type.Kind == ValueKind.Rendered))
        {
            _code.Line($"using var {scratch} = {RuntimeNames.AlertScratch}.Rent();");
        }

        foreach (var index in guarded)
        {
            _code.Line($"{LocalType(_alert.Values[index].Type)} {_arguments[index]};");
        }

        using (_code.Block("try"))
        {
            foreach (var index in guarded)
            {
                _code.Line($"{_arguments[index]} = {GuardedRead(_alert.Values[index], scratch)};");
            }
        }

        EmitUnreadable();
    }

    private void EmitUnreadable()
    {
        var exception = _scope.Take("__exception");
        using (_code.Block($"catch ({RuntimeNames.Exception} {exception})"))
        {
            _code.Line("// Code of your own threw; the alert goes out all the same and says so.");
            var raise = $"{_pipelineName}.RaiseUnreadable({_alertName}, {exception});";
            _code.Line(ReturnsBool ? "return " + raise : raise);
            if (!ReturnsBool)
            {
                _code.Line("return;");
            }
        }

        _code.Line();
    }

    private void EmitClaim()
    {
        var size = "0";
        var sizes = _alert.Values.Select(Size).Where(part => part.Length > 0).ToArray();
        if (sizes.Length > 0)
        {
            size = _scope.Take("__size");
            EmitSize(size, sizes);
        }

        var record = _scope.Take("__record");
        _code.Line("// From the claim to the commit only copies: nothing here can throw, block or re-enter.");
        using (_code.Block($"if ({_pipelineName}.TryClaim({_alertName}, {size}, out var {record}))"))
        {
            EmitCopies(record);
            _code.Line($"{record}.Commit();");
            if (ReturnsBool)
            {
                _code.Line("return true;");
            }
        }

        if (ReturnsBool)
        {
            _code.Line();
            _code.Line("return false;");
        }
    }

    private void EmitSize(string name, string[] sizes)
    {
        _code.Line($"var {name} = {sizes[0]}{(sizes.Length == 1 ? ";" : string.Empty)}");
        using (_code.Indent())
        {
            for (var i = 1; i < sizes.Length; i++)
            {
                _code.Line($"+ {sizes[i]}{(i == sizes.Length - 1 ? ";" : string.Empty)}");
            }
        }

        _code.Line();
    }

    private void EmitCopies(string record)
    {
        // The key stands first; exceptions in it are compared by their types and lie behind it.
        var keys = _alert.Values.Count(value => value.IsKey && value.Type.Kind != ValueKind.Exception);
        for (var i = 0; i < _arguments.Length; i++)
        {
            EmitCopy(record, _alert.Values[i].Type, _arguments[i]);
            if (i == keys - 1)
            {
                _code.Line($"{record}.EndKey(); // what was written so far is what makes two alerts equal");
            }
        }
    }

    private void EmitCopy(string record, CapturedType type, string argument)
    {
        switch (type.Kind)
        {
            case ValueKind.Secret:
                break;
            case ValueKind.Exception:
                _code.Line($"{record}.WriteReference({argument});");
                break;
            default:
                _code.Line($"{record}.{(type.IsNullable ? "WriteNullable" : "Write")}({argument});");
                break;
        }
    }

    private string Size(CapturedValue value, int index)
        => value.Type.Kind switch
        {
            ValueKind.Secret => string.Empty,
            ValueKind.Exception => $"{RuntimeNames.AlertWriter}.ReferenceSize",
            _ when !value.Type.IsRaw => $"{RuntimeNames.AlertWriter}.SizeOf({_arguments[index]})",
            _ when value.Type.IsNullable => $"{RuntimeNames.AlertWriter}.SizeOfNullable<{value.Type.Name}>()",
            // The compiler knows the sizes of its own types; of others only unsafe code may ask it.
            _ when value.Type.Name.Contains("::") || value.Type.Name is "nint" or "nuint"
                => $"{RuntimeNames.AlertWriter}.SizeOf<{value.Type.Name}>()",
            _ => $"sizeof({value.Type.Name})",
        };

    private static string Raw(CapturedValue value)
        => value.Type.Kind == ValueKind.Enum
            ? $"({value.Type.Name}{(value.Type.IsNullable ? "?" : string.Empty)}){value.Read}"
            : value.Read;

    private static string LocalType(CapturedType type)
        => type.Kind switch
        {
            ValueKind.Rendered => RuntimeNames.AlertText,
            _ when type.IsRaw => type.Name + (type.IsNullable ? "?" : string.Empty),
            _ => type.Name + "?",
        };

    private string GuardedRead(CapturedValue value, string scratch)
    {
        switch (value.Type.Kind)
        {
            case ValueKind.Rendered:
                var read = value.Type.Name == "dynamic" ? $"(object?){value.Read}" : value.Read;
                var format = value.Format is null ? string.Empty : ", " + Literals.Text(value.Format);
                return $"{scratch}.Format({read}{format})";
            case ValueKind.Uri:
                var uri = _scope.Take("__uri");
                var text = $"{uri}.IsAbsoluteUri ? {uri}.AbsoluteUri : {uri}.OriginalString";
                return $"{value.Read} is {{ }} {uri} ? ({text}) : null";
            default:
                return Raw(value);
        }
    }
}
