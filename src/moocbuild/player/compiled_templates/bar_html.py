from jinja2.runtime import LoopContext, Macro, Markup, Namespace, TemplateNotFound, TemplateReference, TemplateRuntimeError, Undefined, escape, identity, internalcode, markup_join, missing, str_join
name = 'bar.html'

def root(context, missing=missing):
    resolve = context.resolve_or_missing
    undefined = environment.undefined
    concat = environment.concat
    cond_expr_undefined = Undefined
    if 0: yield None
    l_0_help = resolve('help')
    l_0_t = resolve('t')
    pass
    if (undefined(name='help') if l_0_help is missing else l_0_help):
        pass
        yield '<a class="help" href="'
        yield escape((undefined(name='help') if l_0_help is missing else l_0_help))
        yield '">'
        yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'help'))
        yield '</a>\n'
    yield '<progress class="course-progress needs-js" max="1" value="0" aria-label="'
    yield escape(context.call(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'plain'), 'progress'))
    yield '"></progress>\n</header>\n<div class="notice" role="status"'
    yield escape(environment.getattr((undefined(name='t') if l_0_t is missing else l_0_t), 'own'))
    yield ' hidden></div>'

blocks = {}
debug_info = '1=13&2=16&4=21&6=23'
