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
    private readonly AnswerEmitter _answer;
    private readonly string[] _arguments;

    private CallEmitter(SourceBuilder code, AlertMethod alert, DescriptorNames names)
    {
        _code = code;
        _alert = alert;
        _descriptor = names.FullField(alert);
        _scope = PipelineEmitter.CreateScope(alert);
        _pipelineName = _scope.Take("__pipeline");
        _alertName = _scope.Take("__alert");
        _answer = new AnswerEmitter(code, alert.Signature.Answer, _scope);
        _arguments = [.. alert.Values.Select(value
            => value.IsGuarded ? _scope.Take("__" + value.Path.Replace('.', '_')) : ValueEmitter.Raw(value))];
    }

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
            SignatureEmitter.Emit(_code, _alert.Signature, end: ";");
            return;
        }

        SignatureEmitter.Emit(_code, _alert.Signature);
        using (_code.Block())
        {
            if (_alert.Body == AlertBody.Refuse)
            {
                _code.Line("// This declaration cannot be an alert; the error list says why.");
                _code.Line("throw new global::System.NotSupportedException();");
                return;
            }

            EmitGate();
            _answer.EmitOpening(_pipelineName, _alertName);
            EmitGuardedReads();
            EmitClaim();
        }
    }

    private void EmitGate()
    {
        PipelineEmitter.EmitLocal(_code, _alert.Pipeline, _pipelineName);
        _code.Line($"var {_alertName} = {_descriptor};");
        using (_code.Block($"if (!{_pipelineName}.IsEnabled({_alertName}))"))
        {
            _answer.EmitIgnored();
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
        if (guarded.Any(index => _alert.Values[index].Type.IsRendered))
        {
            _code.Line($"using var {scratch} = {RuntimeNames.AlertScratch}.Rent({_pipelineName}.Culture);");
        }

        foreach (var index in guarded)
        {
            _code.Line($"{ValueEmitter.LocalType(_alert.Values[index].Type)} {_arguments[index]};");
        }

        using (_code.Block("try"))
        {
            foreach (var index in guarded)
            {
                _code.Line($"{_arguments[index]} = {ValueEmitter.Guarded(_alert.Values[index], scratch, _scope)};");
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
            _answer.EmitReplaced(
                $"{_pipelineName}.RaiseUnreadable({_alertName}, {exception}{_answer.TrackerArgument})");
        }

        _code.Line();
    }

    private void EmitClaim()
    {
        var size = EmitSize();
        var record = _scope.Take("__record");
        var arguments = $"{_alertName}, {size}{_answer.TrackerArgument}, out var {record}";
        _code.Line("// From the claim to the commit only copies: nothing here can throw, block or re-enter.");
        using (_code.Block($"if ({_pipelineName}.TryClaim({arguments}))"))
        {
            EmitCopies(record);
            _code.Line($"{record}.Commit();");
            _answer.EmitAccepted();
        }

        _answer.EmitEnd();
    }

    private string EmitSize()
    {
        var sizes = _alert.Values
            .Select((value, index) => ValueEmitter.Size(value.Type, _arguments[index]))
            .Where(part => part.Length > 0)
            .ToArray();
        if (sizes.Length == 0)
        {
            return "size: 0";
        }

        var name = _scope.Take("__size");
        _code.Line($"var {name} = {sizes[0]}{(sizes.Length == 1 ? ";" : string.Empty)}");
        using (_code.Indent())
        {
            for (var i = 1; i < sizes.Length; i++)
            {
                _code.Line($"+ {sizes[i]}{(i == sizes.Length - 1 ? ";" : string.Empty)}");
            }
        }

        _code.Line();
        return name;
    }

    private void EmitCopies(string record)
    {
        // The key stands first; exceptions in it are compared by their types and lie behind it.
        var keys = _alert.Values.Count(value => value.IsKey && value.Type.Kind != ValueKind.Exception);
        for (var i = 0; i < _arguments.Length; i++)
        {
            var copy = ValueEmitter.Copy(_alert.Values[i].Type, record, _arguments[i]);
            if (copy.Length > 0)
            {
                _code.Line(copy);
            }

            if (i == keys - 1)
            {
                _code.Line($"{record}.EndKey(); // what was written so far is what makes two alerts equal");
            }
        }
    }
}
