using System;
using System.Linq;
using System.Reflection;
#if NET
using System.Reflection.Emit;
#endif

namespace SalesDomain.Tests.WholeApi;

/// <summary>Calls a member by reflection and keeps what came of it, the exception as it was thrown.</summary>
internal static class Call
{
    internal static (object? Result, Exception? Exception) Of(MethodBase method, object? target, params object?[] arguments)
    {
        try
        {
#if NET
            if (method.GetParameters().Any(parameter => parameter.ParameterType.IsByRefLike))
                return (WithEmptySpans((MethodInfo)method, target, arguments), null);
#endif
            return (method is ConstructorInfo constructor ? constructor.Invoke(arguments) : method.Invoke(target, arguments), null);
        }
        catch (TargetInvocationException e)
        {
            return (null, e.InnerException);
        }
        catch (OverflowException e)
        {
            // Mono hands it on unwrapped where the method returns a struct. Reflection itself never throws it.
            return (null, e);
        }
    }

    /// <summary>An argument is refused by the name that the caller knows: of a parameter or, by a builder, of a property.</summary>
    internal static string? FaultOfName(ArgumentException refusal, MethodBase method) =>
        refusal.ParamName is { } name
            && (method.GetParameters().Any(parameter => parameter.Name == name) || method.DeclaringType!.GetProperty(name) is not null)
            ? null
            : " is refused in the name of '" + refusal.ParamName + "': " + refusal.Message;

#if NET
    /// <summary>A span cannot be boxed, so reflection cannot pass one; a method made for the purpose passes an empty one.</summary>
    private static object? WithEmptySpans(MethodInfo method, object? target, object?[] arguments)
    {
        if (!method.IsStatic || method.ReturnType == typeof(void))
            throw new NotSupportedException("Teach " + nameof(Call) + " to call " + method + ".");

        var caller = new DynamicMethod("call", typeof(object), [typeof(object?[])], typeof(Call).Module, skipVisibility: true);
        var code = caller.GetILGenerator();
        var parameters = method.GetParameters();
        for (var i = 0; i < parameters.Length; i++)
        {
            var type = parameters[i].ParameterType;
            if (type.IsByRefLike)
            {
                code.Emit(OpCodes.Ldloc, code.DeclareLocal(type));
                continue;
            }

            code.Emit(OpCodes.Ldarg_0);
            code.Emit(OpCodes.Ldc_I4, i);
            code.Emit(OpCodes.Ldelem_Ref);
            code.Emit(OpCodes.Unbox_Any, type);
        }

        code.Emit(OpCodes.Call, method);
        if (method.ReturnType.IsValueType)
            code.Emit(OpCodes.Box, method.ReturnType);
        code.Emit(OpCodes.Ret);
        try
        {
            return caller.CreateDelegate<Func<object?[], object?>>()(arguments);
        }
        catch (Exception e)
        {
            throw new TargetInvocationException(e);
        }
    }
#endif
}
