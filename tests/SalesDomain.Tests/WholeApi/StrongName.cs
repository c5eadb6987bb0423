using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Reflection;
using Mono.Cecil;
using Xunit;

namespace SalesDomain.Tests.WholeApi;

/// <summary>
/// A signed host on .NET Framework loads the library only if it and all it refers to are signed, and binds by the assembly version.
/// </summary>
public sealed class StrongName
{
    [Fact]
    public void The_assembly_is_signed() => Assert.Equal(8, PublicSurface.Library.GetName().GetPublicKeyToken()!.Length);

    [Fact]
    public void The_assembly_version_is_the_major_version()
    {
        var version = PublicSurface.Library.GetName().Version!;
        var informational = PublicSurface.Library.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
        Assert.Equal(
            new Version(int.Parse(informational.Split('.')[0], System.Globalization.CultureInfo.InvariantCulture), 0, 0, 0), version);
    }

#if NET
    [Fact]
    public void On_the_newer_frameworks_one_reference_is_unsigned() => Assert.Equal(["Ardalis.GuardClauses"], Unsigned(IlCode.Library));
#else
    [Fact]
    public void Every_reference_is_signed() => Assert.Equal([], Unsigned(IlCode.Library));

    [Fact]
    public void The_guards_are_its_own() =>
        Assert.DoesNotContain("Ardalis.GuardClauses", PublicSurface.Library.GetReferencedAssemblies().Select(name => name.Name));
#endif

    [Fact]
    public void The_check_finds_an_unsigned_reference()
    {
        using var file = new MemoryStream();
        using (var made = AssemblyDefinition.CreateAssembly(new AssemblyNameDefinition("Made", new Version(1, 0)), "Made", ModuleKind.Dll))
        {
            made.MainModule.AssemblyReferences.Add(new AssemblyNameReference("Unsigned", new Version(1, 0)));
            made.MainModule.AssemblyReferences.Add(
                new AssemblyNameReference("Signed", new Version(1, 0)) { PublicKeyToken = [1, 2, 3, 4, 5, 6, 7, 8] });
            made.Write(file);
        }

        file.Position = 0;
        Assert.Equal(["Unsigned"], Unsigned(ModuleDefinition.ReadModule(file)));
    }

    private static IEnumerable<string> Unsigned(string assemblyPath)
    {
        using var module = ModuleDefinition.ReadModule(assemblyPath);
        Assert.NotEmpty(module.AssemblyReferences);
        return [.. Unsigned(module)];
    }

    private static IEnumerable<string> Unsigned(ModuleDefinition module) =>
        module.AssemblyReferences.Where(reference => reference.PublicKeyToken is not { Length: 8 }).Select(reference => reference.Name);
}
