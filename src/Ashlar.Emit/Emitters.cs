using System.Collections.Immutable;
using Ashlar.Emit.Contracts;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Features;
using Ashlar.Emit.Host;
using Ashlar.Emit.Kernel;
using Ashlar.Emit.Modules;
using Ashlar.Emit.OpenApi;
using Ashlar.Emit.Projects;
using Ashlar.Emit.Samples;
using Ashlar.Emit.Shapes;
using Ashlar.Emit.Solution;
using Ashlar.Emit.Sql;
using Ashlar.Emit.Testing;

namespace Ashlar.Emit;

/// <summary>What a system is made of: one emitter for each kind of file, in reading order.</summary>
internal static class Emitters
{
    public static readonly ImmutableArray<Func<Emission, IEnumerable<EmittedFile>>> All =
    [
        SolutionFile.Emit,
        BuildProperties.Emit,
        PackageVersions.Emit,
        EditorSettings.Emit,
        SdkVersion.Emit,
        IgnoredFiles.Emit,
        Readme.Emit,
        AgentGuide.Emit,
        ContainerImage.Emit,
        ComposeFile.Emit,
        HostProject.Emit,
        KernelProject.Emit,
        ContractsProject.Emit,
        ModuleProject.Emit,
        TestsProject.Emit,
        ProgramFile.Emit,
        SystemHostFile.Emit,
        ApiBrowserFile.Emit,
        HostSettings.Emit,
        OpenApiDocument.Emit,
        KernelSource.Emit,
        RolesFile.Emit,
        EnumFile.Emit,
        ValueFile.Emit,
        FieldsFile.Emit,
        RulesFile.Emit,
        EntityFile.Emit,
        ShapeFile.Emit,
        ListFile.Emit,
        ReadFile.Emit,
        CreateFile.Emit,
        UpdateFile.Emit,
        DeleteFile.Emit,
        OwnedWritesFile.Emit,
        ModuleFile.Emit,
        SampleFile.Emit,
        SchemaFiles.Emit,
        TestSupport.Emit,
        WorldFile.Emit,
        SignInTests.Emit,
        ListTests.Emit,
        ReadTests.Emit,
        CreateTests.Emit,
        UpdateTests.Emit,
        DeleteTests.Emit,
    ];
}
